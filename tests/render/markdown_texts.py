"""Texts on which the ways to write Markdown are held against stock: tricky ones, pieces, blocks, made-up articles."""

from __future__ import annotations

import random

LITERAL = [
    "",
    "   ",
    "plain",
    "one\n\ntwo\n\n\n\nthree\n",
    "wrapped\nover lines\n\n  indented by two\n\n   by three",
    "ends in two blanks  \nand goes on",
    "a > b, a & b, a < b, 5 > 3 &amp; &#38; &#x26; &#38 AT&T &copy;",
    "back\\*slash \\\\ \\` \\[x] \\q \\\n",
    "`code` ``co`de`` ` lone \\`no` `a\\`b`",
    "*em* **strong** ***both*** *a **b** c* _u_ __v__ in_word_here a * b *",
    '[a](b) [a](<b c>) [a](b "t") [a](b \'t\') [a]( b (c) ) [a](b"c) [[a](b)](c) [a]',
    '![i](media/j.jpg) ![i](j "t") ![i] ![i][1] [![i](j)](k)\n\n[1]: u',
    "[a][1] [1] [a] [1] [one two][]\n\n[1]: <http://x.y> 'title'\n[one two]: /z \"t\"\n",
    "[nowhere][x] [x] ![x][x]",
    "<http://x.y/?a=b&c=d> <a@b.cd> <b>raw</b> <x <!-- c --> <?p?> <![CDATA[d]]>",
    "<div>\nblock *not em*\n</div>\n\nafter\n\n<p>x\n\ny</p>\n\n<hr>\n\n</div>",
    "text <span\ntitle='a'>*em*</span> <br/>",
    "# h\n\nh2\n--\n\nh1\n==\n\ntext\n# inside\nmore\n\n#no\n\n####### seven",
    "> quote\n> more\n\n> again\n>> nested\n\n> - item\n> - item\n\nlazy\n> q\nlazy",
    "- a\n- b\n\n- c\n    - d\n\n    para\n\n* e\n1. f\n2. g\n\n3. h\n\ntext",
    "7. seven\n8. eight\n\n٣. arabic digit\n\n1) no list",
    "    code\n    more\n\n    still\n\n\tcode by tab\n\ntext\n    not code",
    "---\n\n***\n\n_ _ _\n\ntext\n***\ntext\n\n- - -",
    "a | b\n--- | ---\n1 | 2\n\n| a |\n| - |\n| `x|y` \\| z |\n\n| a | b |\n|:-|-:|\n| 1 |\n\nno | table",
    "note[^1] again[^1] other[^b c] none[^9]\n\n[^1]: one\n    more\n\n    para\n[^b c]: two\n\nafter",
    "[^1]: note without a reference\n\n[^2]:\n    - list\n\n[^3]: > quote\n\nx[^2]",
    "plain\n\n[^1]: mid\n\nplain again[^1]",
    "///Footnotes Go Here///\n\nx[^1]\n\n[^1]: n",
    "CRLF\r\n\r\nCR\r\rtab\there\n\n\t\n\nend",
    "\x02 \x03 \x0243\x03 \x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 \x02plain:0\x03 \x02amp\x03 \\*",
    "\x00 NUL \x0b \x0c \x1c \x85 \u2028 \u2029 \xa0 x\n\n\xa0nbsp first\n\n\x0bvt first\n\n\x1cfs first",
    "\ud800 lone \udfff *\ud800*",
    "\ufeffbom\n\nمرحبا *بكم* [هنا](http://x.y)\n\n١٢٣ رقم",
    "\"quotes\" -- and... 'dashes' stay",
    "a\n\n<!-- comment -->\n\nb\n\n<!--x",
    "plain\n\n- list\n\nplain\n\n    in the list\n\nplain",
    "1\n\n2 digits begin\n\n=x\n\n_x_\n\n*x*\n\n[x\n\n+x",
    "text\n=\n\ntext\n = \n\ntext\n-x",
    '**a `b` c** [`d`](e) *[f](g "*h*")* <i title="`j`">k</i>',
    "_[a](b)_ __![i](j)__ *\\** <b>\\*</b> `<i>` &amp;*x*",
    '[a][1] [b](title "title")\n\n[1]: http://x.y "title"',
    "***a* b** ****c**** **d*e*f** *g**h**i* _j*k_l*",
]


WORDS = ["the", "of", "to", "in", "and", "forces", "said", "city", "district", "officials", "reported", "attack", "near", "border", "convoy", "agency", "[IS]", "AT&T", "5,000"]  # fmt: skip
MARKS = [
    "*{}*",
    "**{}**",
    "_{}_",
    "`{}`",
    "[{}](http://x.y/a_b)",
    '[{}](/z "t")',
    "[{}][1]",
    "{}[^1]",
    '"{}"',
    "<b>{}</b>",
    "\\{}",
]
FORMS = ["{}", "{}", "{}", "## {}", "> {}\n> and", "- {}\n- more", "1. {}\n2. more", "    {}", "| a | b |\n| - | -: |\n| {} | x |",
         "<div>{}</div>", "{}\n---", "![{}](media/p.jpg)", "{}  \nbroken"]  # fmt: skip


def generated(seed: int) -> str:
    """An article of twenty-odd blocks, more or less marked up."""
    rng = random.Random(seed)

    def words(count: int) -> str:
        said = rng.choices(WORDS, k=count)
        return " ".join(rng.choice(MARKS).format(word) if rng.random() < 0.08 else word for word in said)

    blocks = [rng.choice(FORMS).format(words(rng.randint(3, 30))) for _ in range(rng.randint(5, 25))]
    notes = "\n\n[^1]: a note with *marks*\n\n[1]: http://x.y" if rng.random() < 0.5 else ""
    return "\n\n".join(blocks) + notes


PIECES = [*"`\\[]()!<>&*_#-=|+:^'\"~ \t\n\r\x02\x03\x00abé1.٣", "  \n", "\n\n", "    ", "> ", "- ", "1. ", "# ", "\n---\n", "\n===\n",
          "[^1]", "[^1]: ", "[a](b)", "![", "](", "[1]: u\n", "a | b\n--- | ---\n", "<b>", "</b>", "<div>", "</div>", "<!--", "-->",
          "&amp;", "&#38;", "**", "__", "``", "<http://x>", "<a@b.c>", "\\*", "word", "two words", "\ud800"]  # fmt: skip


BLOCKS = [
    "plain", "a > b", "wrapped\nlines", "  indented", "    code", "A [link](https://x.org/a_b?c=d#e), and [b c](http://y.z).",
    "![i](https://x.y/j.jpg) [k](https://x.y)", "[l](https://x.y) *m* [n][1] [o] *p q*.", "*em* and (*more em*), no*t*, * x *",
    "*a [b](https://x.y) c* *d*", "**s** *e*", "*e*\n*f*", "a *b\nc* d", "[a\nb](https://x.y) c  \nd", "[a *b*](https://x.y)",
    "\x0e7\x0f [a\x0e0\x0fb](https://x.y) *c*", "x_y_z [u_v](https://x.y/_z_)", "&amp; [a](https://x.y?a&b)", "`c` [a](https://x.y)",
    "# heading", "## heading > two ", "### three #", "#### a [b](https://x.y)", "##none", "# ", "####### seven", "# h\nafter",
    "> quote", "> wrapped\n> quote", "> lazy\nquote", "> a [b](https://x.y) *c*", "> # h", "> > nested", ">tight", ">", "> \n> x",
    "> a\n> \n> b", "> a\n>   b", " > q", "> - item", "> `code`", "> a | b\n> - | -\n> c | d", "text\n> q", "> a\n# h", "> a\n***",
    "- item", "- item\n- item", "1. one", "[1]: https://x.y", "[^1]: a note", "x[^1]", "<div>\nraw\n</div>", "<b>raw</b>", "---", "\n",
    "a | b\n--- | ---\nc | d", "title\n---", "[a](https://x.y)[b](https://x.y)!", "![a](b) *c*", "[^a](https://x.y)", "(*a*) *b*c",
]  # fmt: skip

MORE = [
    "- one\n- two", "* one\n* two", "1. one\n2. two", "3. three\n4. four", "- one\n  more", "- *a*\n- [b](https://x.y) and ![c](https://x.y/z.jpg)",
    "- a\n* b", "1. a\n- b", "- a | b\n- | -", "- # a", "- 1. a", "-  two blanks", "- ", "- a  ", "1. a\n10. b", "- 2014 was\n- 5.5 km",
    "2014 was a year", "5.5 km", "1.5\nwrapped", "1.", "12. x", "1) x", "*begins* so", "**bold** and *not*", "**a b**, **c**. *d*", "***a***",
    "*a* *b* **c** _d_", "[begins](https://x.y) so", "[a]: https://x.y", "[a](https://x.y)\n[b]: https://x.y/z", "![p q](https://x.y/z.jpg)",
    '![p "q"](https://x.y/z.jpg)', "![p](media/z.jpg)", "![a b.](https://x.y) ![c](https://x.y)", "**[a](https://x.y)**",
    "[a](https://x.y:99999)", "[a](https://X.Y/%zz)", "[a](https://x.y/a,b;c@d#e)", "\x0e0\x0f begins", "- \x0e1\x0f", "# \x0e2\x0f", "a\xa0b > c",
    "x[^1]", "- x[^1]", "> x[^1]", "[^1]: note", "[^1]: note *em* [l](https://x.y)", "[^2]: other", "y[^2]", "z[^2][^1]", "[^1]: # h", "[^1]: > q",
    "[^1]: a\nlazy", "[^1]:  blanks", "[^a-b]: c", "w[^a-b]", "[^1](https://x.y)", "[^1]: in a note[^2]", "    set in", "a&b", "\n", "# A\n\n### C", "end ",
    "| a | b |\n| --- | --- |\n| 1 | 2 |", "| a > b | *b* |\n| :- | :---: |\n| [l](https://x.y) | ![p](https://x.y/z.jpg) |\n| c  |  d |",
    "| a | b |\n| - | -: |\n| 1 | # 2 |\n| - 3 | 1. 4 |", "| a | b |\n|---|---|\n| 1 | 2 |", "| a |\n| - |\n| b |", "| a | b |\n| - | - |",
    "| a | b |\n| - | - |\n| 1 |", "| a | b |\n| - | - |\n| 1 | 2 | 3 |", "| a | b |\n| - | - |\n| 1 |  |", "| a | b |\n| - | - |\n| 1 | 2|3 |",
    "| a | b |\n| - | - |\nlazy", "| a | b |", "| a | b[^1] |\n| - | - |\n| \x0e3\x0f | 2 |", "| a | b |\n| x | - |\n| 1 | 2 |", "| | |\n| - | - |\n| 1 | 2 |",
]  # fmt: skip

INLINE = [
    " ", " ", " ", "words", "5.5", "(", ")", ".", ", ", "!", ">", "\n", "é", "*em*", "*e m*", "**strong**", "**s. t**", "*", "**", "***", "_a_", "a_b",
    "[l](https://x.y)", "[l m](https://x.y/a_b*c)", "![p](https://x.y/z.jpg)", "![p q.](https://x.y)", "[a][b]", "[", "]", "[^1]", "[^2]", "\x0e0\x0f",
    "`c`", "\\", "|", "#", ":", "'", '"', "[*e*](https://x.y)", "*[l](https://x.y)*", "[l](https://x.y 't')", "[l]", "(https://x.y)", "[l](/x)",
]  # fmt: skip
