"""What a page says of itself, as it comes back from a translation: the sense is the page's, the words are not."""

from __future__ import annotations

from sitegen.importer.rules.media import AGENCY
from sitegen.importer.rules.rule import Action, Rule, listed

_TEXT = r"(?:the |this )?(?:article|story|text|news|post|report|reading|information|note|content|history|publication)"
_AD = (
    r"(?:ad|ads|advert\w*|publicity|announcement|commercial\w*|promotion\w*|break|banner|newsletter|video|photo|image)"
)

TRANSLATED_RULES: tuple[Rule, ...] = (
    Rule(
        "translated-label",
        Action.REMOVE,
        "A page's label or button as a translation brought it back.",
        phrases=listed(
            """
            announcement | announcements | publicity | advert | adverts | advertisment | commercial | commercials |
            commercial break | commercial content | promotional content | paid announcement | printing | picture |
            pictures | images | the image | the picture | the video | see video | see the video |
            pictures of the day | characteristics | read on | go on reading | find out more | know more |
            to know more | more details | for further information | for more details | divide | divide this |
            divide with | to divide | to share | copy this connection | copy the connection | close the panel |
            close panel | close the window | close window | electronic mail | photo of the file | photo of file |
            photo of the archive | photo of archives | image of the file | picture of the file | archive photo |
            file photograph | photo from the archive | photo from archives | report a violation | report abuse |
            connection source | source connection | source bond | story highlights | highlights of the story |
            highlights of the article | highlights of history | key points | just watched | just looked at |
            replay | must watch | you must see | hide the legend | hide the caption | show the caption |
            scroll down for video | scroll down for the video | scroll for video | shape created with sketch. |
            form created with sketch. | embed share | direct link | pop-out player |
            no media source currently available | no media source is currently available |
            the code has been copied to your clipboard. | the url has been copied to your clipboard |
            order reprints | order reprints today's paper subscribe | dw recommends | dw recommended | enditem |
            preceding article | anterior article | inscribe to our bulletin | leave an answer | leave a response |
            leave your answer | cancel the answer | cancel response | cancel answer | first name | surname |
            last name | web site | the comments are closed | comments closed | i like this | i like it | like that |
            i love | charging... | in charge... | loading in progress... | loading in progress | in relation |
            related entries | articles of the same category | in the same category | from the same author |
            by the same author | same author | same category | copyright notice | policy of confidentiality |
            confidentiality policy | confidentiality | legal notices | legal warning | terms of utilization |
            conditions of use | conditions of utilization | general conditions of use | general conditions |
            i accept | i agree | accept all | reject all | to accept | to close | look for | to look for |
            start page | welcome page | front page | go up | return to the top | return to top |
            return to the start | high of page | high of the page | contact-us | who are we? | who are we |
            who we are | who we are? | with regard to | on the author | about author | admin | anonymous |
            written by admin | posted by admin | published by admin | article image | news image |
            breaking news image | featured image | post image | no image | news-picture | news picture | logo |
            avatar | author avatar | user avatar | profile picture
            """
        ),
        patterns=(
            (
                rf"(?:{_AD}[ :.-]*)?(?:{_TEXT} )?(?:continue[sd]?|continued|goes on|follows|resumes)(?: reading)? "
                rf"(?:after|below|under|beneath|following)(?: (?:the|this|an?))?(?: {_AD})?"
            ),
            rf"{_AD}[ :.-]+(?:continue|continues|keep|go on) (?:to )?read(?:ing)?.{{0,30}}",
            (
                r"(?:(?:perhaps|maybe) )?(?:you|this|it|they|these|that)(?: (?:may|might|could|can|will|would|are|is))?"
                r"(?: also)?(?: be)?(?: also)? (?:interest(?:s|ed|ing)?|like|enjoy|love|want)"
                r"(?: (?:in|to|you|for|read|also|too|this|these|know|reading|see|as well))*"
            ),
            r"(?=.*\bexternal\b)(?=.*\b(?:links?|connections?|sites?)\b)(?=.*\b(?:windows?|tabs?)\b).{10,90}",
            (
                r"(?:close|open|hide|show) (?:the )?(?:shar(?:e|ed|ing)|exchange|navigation|search) (?:panel|"
                r"window|menu|bar|box)"
            ),
            r"(?:the )?(?:present\w+ )?(?:gr[ae]y|white|blank|black) (?:present\w+ )?(?:line|space|separator|spacing)",
            r"present(?:ational|ation|ing) (?:gr[ae]y |white |blank )?(?:line|space|separator|spacing)",
            (
                r"(?:the |this )?(?:video|media|clip|recording|content|post|tweet|message|file|image)"
                r"(?: (?:for|of|in|to) this (?:story|article|page|report|video))? "
                r"(?:is |was |has been )?(?:not available|unavailable|removed|deleted|no longer (?:available|online))"
                r"(?:,? (?:but|yet) you can .{5,60})?\.?"
            ),
            r"you (?:must|need to|have to|should) (?:enable|activate|switch on|turn on|install) .{3,60}",
            r"credits? (?:goes|go|belongs?) to .{2,40}",
            r"(?:photo|picture|image|slide)? ?\d{1,3} (?:of|/) \d{1,3}(?: (?:photos?|pictures?|images?|slides?))?",
            r"[+] ?\d{1,3}",
            r"(?:\d{1,2}:\d\d(?::\d\d)? ?){2,4}",
            (
                r"(?:there are|it is|it was|ago|before|since) "
                r"\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?: ago)?"
            ),
            r"\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) (?:ago|before|earlier)(?: [\w &]{3,30})?",
            (
                r"(?:posted|published|classified|filed|written|placed|ranged|archived) (?:in|under|on|into) "
                r"[\w &,'-]{3,40}"
            ),
            (
                r"section ?:? (?:the )?(?:middle east|world|international|politics|news|asia|africa|europe|"
                r"opinion|society|economy)"
            ),
            r"(?:download|install|get|obtain) (?:the|our|this) (?:free )?(?:mobile )?(?:app|application|apps)\b.{0,40}",
            (
                r"(?:the )?(?:mandatory|obligatory|required|compulsory) fields? (?:are|is) (?:marked|indicated|"
                r"noted).{0,20}"
            ),
            r"save (?:my|your) name,? .{5,120}",
            r"be the first (?:one |person )?to (?:comment|react|reply|respond|answer).{0,40}",
            (
                r"(?:sorry,? )?(?:this|the) (?:video|audio|media|content) (?:is unable to|can ?not|could "
                r"not|cannot be) .{3,40}"
            ),
            (
                r"(?:total or partial |any |the )?(?:reproduction|copying|republication|reprinting)(?: (?:of|"
                r"in) .{3,60})?"
                r" (?:is |are )?(?:strictly )?(?:forbidden|prohibited|banned|not allowed|not permitted).{0,60}"
            ),
            r"all (?:of )?(?:the )?rights (?:are )?reserved.{0,60}",
            r"(?:permalink|short link|link|url)s? ?:? ?https?://\S+",
            r"(?:feedback|comments|tips|corrections) ?: ?(?:please )?(?:send|write|mail|contact) .{3,80}",
            r"(?:daily |weekly )?(?:newsletter|bulletin) ?(?:receive|get|sign up|subscribe).{5,100}",
            (
                r"follow (?:us|me|the [\w ]{2,20}|[\w ]{2,20}) (?:on|in|at|via|through|by) (?:the )?(?:twitter|"
                r"facebook|"
                r"instagram|telegram|youtube|whatsapp|social (?:media|networks)).{0,30}"
            ),
            r"(?:on|about) the same (?:subject|topic|theme|matter|story)",
            r"(?:in|on) (?:other|different) (?:places|pages|parts) (?:on|of|in) (?:the )?[\w ]{2,20}",
            r"follow us(?: (?:on|in|at|via|by))?",
            (
                r"(?:skip|jump|pass|omit|end|final|finish|start|beginning)(?: of)?(?: the)? (?=.*\b(?:twitter|facebook|"
                r"youtube|instagram|tweet)\b)(?=.*\b(?:post|publication|message|video|content|tweet|entry)\b).{5,80}"
            ),
            (
                r"(?:this|the) (?:text|article|page|story|report|content|translation) (?:is |was |has been )?"
                r"(?:translated|generated|produced|created) (?:automatically|by (?:a )?(?:machine|computer|"
                r"google)).{0,80}"
            ),
            r"(?:powered|provided) by (?:automat\w+|machine|google) ?translat\w*.{0,20}",
            r"(?:automatic|automated|machine|google) translation.{0,40}",
        ),
        longest=110,
        takes=(
            "Publicity",
            "Photo of the file",
            "The article continues below",
            "Publicity continue reading",
            "It may also interest you",
            "These links are external and will open in a new window",
            "Close the sharing panel",
            "Presentational grey line",
            "Gray presentation line",
            "The video has been removed",
            "You must enable JavaScript to watch this video",
            "Credit goes to Valley News",
            "Follow the Valley News in Twitter",
            "Skip the Twitter publication",
            "On the same subject",
            "Breaking News image",
        ),
        leaves=(
            "Publicity was what the envoy feared most.",
            "You may be interested in peace, he told them, but we are not.",
            "The story continues below the surface, said the diver.",
            "The external links of the movement run through two capitals.",
            "The grey line of trucks reached the bridge.",
            "You must leave the town by noon, the leaflet said.",
            "The video was not available to the court, said the judge.",
            "Follow the river to the old mill",
            "Close the border, they demanded",
            "Pictures of the dead",
        ),
    ),
    Rule(
        "translated-byline",
        Action.BYLINE,
        "Who reported, wrote and edited, in the words that a translation chose.",
        patterns=(
            (
                r"\(?(?:additional )?(?:reports?|reporting|information|writing|written|text|redaction|edition|"
                r"editing|edited|"
                r"production|translation|video)(?: (?:by|of|from)) (?=[^;]{3,60}; ?(?:edition|editing|edited|"
                r"writing|written|"
                r"redaction|production|additional|report\w*|compiled))[^!?]{8,240}"
            ),
            (
                r"\(?with (?:the )?(?:reports?|contributions?|help|collaboration|participation|agencies|files|inputs?)"
                r"(?: (?:from|of|by) (?!the )[\w ,&.'-]{2,60})?\)?\.?"
            ),
            (
                r"\(?(?:[\w .'&-]{2,30} )?with (?:afp|reuters|ap|dpa|efe|agencies|agence france-presse|associated "
                r"press)"
                r"(?: and (?:afp|reuters|ap|dpa|efe|agencies))?\)?\.?"
            ),
            r"(?:text|video|photos?|words|graphics?) by ?: ?[^.!?]{3,60}",
        ),
        longest=260,
        takes=(
            "Report by Jane Doe; Edition by John Roe",
            "Reports by Jane Doe and John Roe; Writing by Jane Doe; Editing by Ann Poe",
            "(VALLEY 24 with AFP and REUTERS)",
            "With reports from AFP",
            "Text by: VALLEY 24 Follow",
        ),
        leaves=(
            "Report by the council was never shown.",
            "With the help of the army, they came home.",
            "With reports of the raid came fear.",
            "Information of the raid reached the town; nobody believed it.",
        ),
    ),
    Rule(
        "rights-holder",
        Action.CREDIT,
        "Who holds the rights in a picture, in the words that a translation chose.",
        patterns=(
            r"credit ?:? ?[\w .'-]{3,40} ?/ ?[\w .'-]{3,40}(?: ?[—–-] ?getty images)?",
            rf"{AGENCY} (?:19|20)\d\d ?[/|] ?[\w .'-]{{3,40}}",
            (
                rf"(?:copyright|copyrights|author(?: s)?(?:'s)? rights?|rights?|property|all rights)[ :©-]*(?:of "
                rf")?{AGENCY}"
            ),
            (
                rf"(?:the |this )?(?:image|photo|picture|photograph|video) (?:was |is |has been )?(?:issued|released|"
                rf"provided|published|supplied|distributed|taken|produced) by {AGENCY}\.?"
            ),
            (
                rf"(?:intellectual|exclusive) (?:property|rights?) (?:of|on|in) (?:the )?(?:image|photo|picture|"
                rf"video)s?"
                rf"(?: ?[:-]? ?{AGENCY})?"
            ),
            (
                rf"(?:representative|representational|representation|illustrative|symbolic|archival|archive|"
                rf"file|illustration)"
                rf" (?:photo|image|picture|photograph|foto)s?(?: ?[:|/-] ?| by | )(?:{AGENCY}|[\w .'/&-]{{2,40}})"
            ),
            (
                r"(?:featured|cover|header|top|main|lead|title|feature) (?:image|photo|picture) (?:by|credit|"
                r"courtesy|via|from|source)"
                r"[ :]*[^.!?]{2,60}"
            ),
        ),
        seldom=(r".{3,80},? (?:via|/|—|-) (?:agence france-presse|associated press)(?: ?[—–/-]+ ?getty images)?",),
        seldom_needs=("france-presse", "associated press"),
        longest=120,
        takes=(
            "Author rights Reuters",
            "Copyright © AFP",
            "CreditJane Doe/Agence France-Presse — Getty Images",
            "AFP 2018 / Jane Doe",
            "The image was issued by AFP",
            "Intellectual property of the image",
            "Representative photo: Reuters",
            "Featured image courtesy of AP",
            "Valley News Network, via Agence France-Presse — Getty Images",
        ),
        leaves=(
            "Rights groups condemned the raid.",
            "The image was issued by the court.",
            "Representative images were shown to the jury, and it wept.",
        ),
    ),
)
