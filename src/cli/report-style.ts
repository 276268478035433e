// The look of the report's page: light, dark and on paper.

const LIGHT = `--paper:#fff;--page:#f4f6fa;--ink:#16181d;--pale:#59606c;--line:#e3e6ec;--answer:#2f6fd0;--suggest:#f0b43c;--topic:#8a6fc4;--smalltalk:#bcc4d0;--none:#d4492f;`;
const DARK = `--paper:#1c1f26;--page:#121419;--ink:#edeff3;--pale:#a3abb8;--line:#333843;--answer:#5b94ec;--suggest:#f0b43c;--topic:#a68fdc;--smalltalk:#737c8a;--none:#ef6a50;`;

export const STYLE = `
:root{${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main{max-width:880px;margin:0 auto;padding:24px 16px 48px}
h1{margin:0;font-size:1.9rem}
h2{margin:0 0 8px;font-size:1.15rem}
.dates{margin:2px 0 20px;color:var(--pale)}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:10px;margin:0 0 20px}
.tiles div,section,figure{background:var(--paper);border:1px solid var(--line);border-radius:12px}
.tiles div{padding:10px 14px;display:flex;flex-direction:column;justify-content:space-between}
dt{color:var(--pale);font-size:.85rem}
dd{margin:2px 0 0;font-size:1.5rem;font-weight:650;font-variant-numeric:tabular-nums}
dd small{font-size:.9rem;font-weight:400;color:var(--pale)}
figure{margin:0 0 20px;padding:8px;break-inside:avoid}
figure svg{display:block;width:100%;max-width:620px;margin:0 auto}
svg text{font-family:inherit}
.paper{fill:var(--paper)}.ink{fill:var(--ink)}.pale{fill:var(--pale)}.grid{fill:var(--line)}
.o-answer{fill:var(--answer)}.o-suggest{fill:var(--suggest)}.o-topic{fill:var(--topic)}.o-smalltalk{fill:var(--smalltalk)}.o-none{fill:var(--none)}
section{margin:0 0 20px;padding:16px}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse}
th,td{padding:7px 8px;border-top:1px solid var(--line);text-align:right;vertical-align:top;font-variant-numeric:tabular-nums}
thead th{border-top:0;color:var(--pale);font-weight:400;font-size:.85rem;vertical-align:bottom}
th:first-child,td:first-child{text-align:left;padding-left:0;width:99%;overflow-wrap:anywhere;min-width:9em}
td small{display:block;color:var(--pale)}
.note{color:var(--pale);font-size:.85rem}
@media print{
@page{margin:14mm}
body{background:none;font-size:11pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main{max-width:none;padding:0}
figure svg{max-width:120mm}
tr,.tiles div{break-inside:avoid}
h2{break-after:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
}
`;
