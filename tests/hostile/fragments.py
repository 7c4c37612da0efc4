"""What may do harm in a text: each passes the check, and must be shown as it stands or not at all."""

SIGN = "pwned"
"""What stands in the page's window where a script of a fragment ran."""
RUN = f"window.{SIGN}=1"
FOREIGN = "evil.example"
"""A host that nothing may ask."""
PRODUCT = "62773913"
"""What 7919 * 7927 makes, where somebody works it out."""
SECRET = "root:x:0"
"""What stands in /etc/passwd."""

PLAIN = (
    f"<script>{RUN}</script>",
    f'"><img src=x onerror="{RUN}">',
    f"' onmouseover='{RUN}' x='",
    f'" autofocus onfocus="{RUN}',
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea></style><svg onload={RUN}>",
    f'{{: onclick="{RUN}" }}',
    f"{{ #x onclick={RUN} }}",
    "{{ 7919*7927 }} {{ config.docs_dir }}",
    "{% include '/etc/passwd' %}",
    '--8<-- "/etc/passwd"',
    "{!/etc/passwd!}",
    "<!-- ",
    " -->",
    "<![CDATA[",
    f"&lt;img src=x onerror={RUN}&gt;",
    f"[x](javascript:{RUN})",
    f"![x](http://{FOREIGN}/a.png)",
    f"<http://{FOREIGN}/>",
    f'<link rel=stylesheet href="//{FOREIGN}/a.css">',
    f"<iframe src='http://{FOREIGN}/'></iframe>",
    f'<base href="http://{FOREIGN}/">',
    f'<meta http-equiv="refresh" content="0;url=http://{FOREIGN}/">',
    f"<a href='javascript:{RUN}'>x</a>",
    f"*a*{{: style='background:url(http://{FOREIGN}/b)' }}",
    f'"; }} body {{ background: url(http://{FOREIGN}/c) }} a {{ x: "',
    f"\\22 ; }} @import url(http://{FOREIGN}/d);",
    ":material-alert: :octicons-x-16:",
    "!ENV HOME",
    "!!python/object/apply:os.system ['touch pwned']",
    "--- title: x ---",
    "BEGIN:VEVENT",
    "${7919*7927} #{7919*7927} <%= 7919*7927 %>",
    "%0AContent-Type: text/html",
    "javascript:void(0)",
    "# h ## h",
    "| a | b |",
    "\\",
    "`",
)
"""In one line of plain text, such as a title."""

MARKDOWN = (
    f"\\<script>{RUN}\\</script>",
    f'\\<img src=x onerror="{RUN}">',
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"\\</div>\\</article>\\<script>{RUN}\\</script>",
    f'Kata {{: onclick="{RUN}" }}',
    f'*kata*{{: onclick="{RUN}" }}',
    f"{{ #x onclick={RUN} }}",
    "{{ 7919*7927 }} {% include '/etc/passwd' %}",
    '--8<-- "/etc/passwd"',
    "{!/etc/passwd!}",
    "!!! note\n    Kata",
    '=== "Tab"\n    Kata',
    "??? kata",
    ":material-alert:",
    "[TOC]",
    "*[HTML]: kata",
    "[^1] kata",
    f'[tautan](https://{FOREIGN}/"onmouseover="{RUN})',
    f"[tautan](<https://{FOREIGN}/' onclick='{RUN}>)",
    f"[tautan](https://{FOREIGN}/#javascript:{RUN})",
    f'[tautan](https://{FOREIGN}/ "{RUN}")',
    f"[surat](mailto:a@{FOREIGN})",
    "[telepon](tel:119)",
    f'![Dua kursi" onerror="{RUN}](media:listening/two-chairs.svg)',
    f'![Dua kursi](media:listening/two-chairs.svg "{RUN}")',
    f"[a]: javascript:{RUN}\n\n[a] [kata][a]",
    f"`\\{RUN}` kata",
    "| Satu | Dua |\n|:-:|-:|\n| {{ 7919*7927 }} | \\<b> |",
    "> kutipan {: .x onclick=1 }",
    f'"; }} body {{ background: url(http://{FOREIGN}/c) }}',
    "---",
    "kata: nilai",
    f"[kata](lang:id) onclick={RUN}",
    "kata  \nkata\\\nkata",
)
"""In prose."""
