"""What a site's programs leave in scraped text: boards and blogs, data that was never shown, names of files, forms."""

from __future__ import annotations

from sitegen.importer.rules.rule import Action, Rule, listed

_SITE_PART = (
    r"(?:archives?|pages?|web ?sites?|sites?|blogs?|sections?|stores?|shops?|channels?|profiles?|topics?|forums?|"
    r"homepages?|galler(?:y|ies)|hubs?|portals?|apps?)"
)

MACHINERY_RULES: tuple[Rule, ...] = (
    Rule(
        "board",
        Action.REMOVE,
        "A board's or a comment system's own words: ranks, counts, who is there, how answers are sorted.",
        phrases=listed(
            """
            notify of | newest most voted | oldest newest | inline feedbacks | most voted | view replies |
            hide replies |
            load more replies | see more replies | show replies | top comments | all comments | latest comments |
            comments on this entry are closed | comments on this post are closed | comments are disabled |
            comments are turned off | comments off | this article is closed for comments | this thread is closed |
            thread starter | topic starter | original poster | logged | guest | anonymous user | quote | quote this |
            up vote | down vote | upvote | downvote | vote up | vote down | flag | flag comment | report post |
            report this comment | report this post | post reply | new topic | reply with quote | like reply |
            reply like | edited | last edited | offline | online now | away | banned | moderator | administrator |
            verified user | subscriber | sort by best | best newest oldest | add your comment | your comment |
            your name | your email | your message | sender's name | sender's email | receiver's name |
            receiver's email | recipient's name | recipient's email | friend's name | friend's email | entered on |
            appears in | appeared in | filed in | please email the editor | email the editor | letters to the editor |
            recommend article | recommend this article | recommend this | rate this article | rate this post
            """
        ),
        patterns=(
            r"(?:author )?(?:topic|thread|subject) ?: ?.{3,160}\(read \d+ times?\)",
            r"\d+ (?:members?|users?|guests?)(?:,? (?:and )?\d+ (?:members?|users?|guests?|bots?))* (?:is|are) .{5,50}",
            (
                r"[•* ]*(?:hero|full|senior|sr\.?|jr\.?|junior|new|active|registered|super|global|gold|platinum|"
                r"veteran|"
                r"distinguished|valued) (?:member|moderator|poster|user)"
            ),
            (
                r"[•* ]*(?:posts|messages|karma|reputation|joined|join date|likes received|threads|topics|location|"
                r"member since|registered) ?: ?[\w ,./-]{1,30}"
            ),
            r"[\"<]? ?(?:reply )?(?:#\d+ )?on ?: ?.{8,40}(?:am|pm|\d)[ \">]*",
            r"re ?: .{3,160}",
            r"\d+ (?:comments?|responses?|replies) (?:in response )?to\b.{0,160}",
            r"comment (?:by|from) [\w .'@-]{2,40}",
            r"(?:quote|originally posted) (?:from|by) ?:? .{2,80}",
            r"last edit(?:ed)?(?: by| on| at)? ?:? .{3,80}",
            (
                r"(?:connect|log ?in|sign in|register|join) (?:now )?to (?:share|comment|post|reply|vote|"
                r"like|read|view)\b.{0,60}"
            ),
            (
                r"you (?:can|may) (?:leave|post|skip|follow|track|trackback)\b.{0,140}\b(?:response|feed|"
                r"entry|end)\b.{0,60}"
            ),
            r"(?:be|you are) the first to .{3,40}",
            r"(?:this (?:topic|thread|post|entry|article|page) (?:has|was|is) )?(?:been )?viewed \d[\d,.]* times?",
        ),
        longest=240,
        takes=(
            "Author Topic: Army enters the town  (Read 353 times)",
            "0 Members and 1 Guest are viewing this topic.",
            "• Hero Member",
            "• Posts: 11,822",
            "« on: August 21, 2013, 09:32:29 AM »",
            "« Reply #1 on: August 21, 2013, 09:58:22 AM »",
            "Re: Army enters the town",
            "Newest Most Voted",
            "Comment by James17",
            "1 Comments in Response to",
            "Connect to share and comment",
            "Sender's Email:",
        ),
        leaves=(
            "Re-elected twice, the mayor fled.",
            "Posts of the army were attacked.",
            "Members of the council are viewing the ruins, he said.",
            "Moderator of the talks was a judge.",
            "Guests were searched",
            "Replying to a question, he denied it.",
        ),
    ),
    Rule(
        "data",
        Action.REMOVE,
        "Data of the page's programs that were never meant to be read: names with values, dumps, styles.",
        patterns=(
            r".{0,400}\"[\w-]{1,30}\\?\" ?: ?\\?[\"\[{\d].*\"[\w-]{1,30}\\?\" ?: ?\\?[\"\[{\d].*",
            r"(?:string|array|object|int|bool)\(\d+\) ?[\"{(].*",
            r"[\w .#,:>-]{1,60}\{ ?[\w-]{2,30} ?: ?[^{}]{1,400}\}.*",
        ),
        needs=('":', '" :', "{", "string(", "array(", "object(", "int(", "bool("),
        longest=20_000,
        takes=(
            'string(366) "[{"id":"1897003","sort":"3682625"}"',
            '{"title": "Army enters the town", "views": 0, "comments": 0}',
            ".post-title { font-size: 12px; }",
        ),
        leaves=(
            'The envoy said: "No." The army said: "Yes."',
            '"Two things": he paused: "bread and salt"',
            "The council (2 of 3) agreed",
        ),
    ),
    Rule(
        "file-name",
        Action.REMOVE,
        "A picture's name in the site's store, with or without the headline that it was filed under.",
        cased=(
            r"[A-Za-z0-9]+(?:_[A-Za-z0-9]+){2,}(?:[.-]\w+)*",
            r"(?:[\w%-]+ ){0,2}(?=\S*\d{4}\S*\d)[\w%.-]{12,} [-–] .{8,220}",
            r"(?=\S*\d)(?=\S*[a-z])[a-z0-9%-]{24,}",
        ),
        longest=180,
        takes=(
            "town_pipeline_L_120222_ap_1612714944",
            "1550690710419 - PICS: Last families leave the town",
            "media reference%3Ad988f7896095410 - PICS: Last families leave the town",
        ),
        leaves=("2012-2013 - a year of siege", "The T-55 - an old tank - burned", "snake_case"),
    ),
    Rule(
        "visit",
        Action.REMOVE,
        "A way to another page of the site, or to the page that the text was taken from.",
        patterns=(
            (
                rf"(?:visit|see|browse|explore|enter|check out|view|go to|read) (?:the |our |all |more (?:on|"
                rf"at|in) )?(?!.*[.!?])"
                rf"[\w '&-]{{2,60}} {_SITE_PART}\b.{{0,20}}"
            ),
            (
                r"(?:read|see|view|find|get) (?:the )?(?:rest|remainder|full|whole|complete|original|entire|"
                r"more)(?: [\w']+){0,4}"
                r" (?:here|from|at|on|via) ?(?:[\w .'&-]{2,40})?[.:]?"
            ),
            (
                r"(?:read|see|view) (?:the )?(?:original|full|whole|complete|entire) (?:article|story|post|"
                r"report|text|news|version|"
                r"entry|piece|interview|transcript)\b.{0,40}"
            ),
            (
                r"(?:the )?(?:full|original|whole|complete) (?:article|story|report|post|text|entry|news)(?: "
                r"(?:here|at|on|via|link).{0,40})?"
            ),
            r"(?:list of|all|our) (?:newspapers|websites|sites|pages|categories|authors|tags|archives|links)\b.{0,30}",
            r"interested in [\w ]{2,30}\?",
            r"ask (?:us )?(?:a question|about this article|the (?:author|editor|expert)s?).{0,30}",
            r"https?://\S+(?: ?(?:…|\.\.\.) ?\S*)?",
            r"(?:please )?(?:subscribe|register|donate|vote|shop|join) (?:here|now|today|below)[.!]*",
            r"don't miss(?: (?:out|this|these|our|the) ?.{0,60})?",
            (
                r"(?:graphic|explicit|disturbing|distressing|viewer|reader)(?: (?:content|images?|video|"
                r"footage|photos?))? ?"
                r"(?:warning|alert|advisory)?[ !:]*(?:graphic|explicit)?"
            ),
        ),
        longest=150,
        takes=(
            "Visit the Daily Alert Archive",
            "Read the rest here.",
            "View Original Article",
            "Full Article",
            "Interested in Syria?",
            "Ask about this article",
            "https://www.valley … ck-town-gate",
            "Don't miss these:",
            "Graphic Warning!",
            "List of Newspapers in the World",
        ),
        leaves=(
            "Visit of the envoy to the town put off",
            "See the ruins, he said, and tell the world.",
            "The full report was never shown.",
            "Read to them at night",
            "Interested in peace, they came.",
            "View of the old town",
            "Graphic scenes followed",
        ),
    ),
)
