"""The look of the web page: the tokens of templates/brand.yaml, which a test holds it to."""

STYLE = """:root {
  --ink: #0B1F33; --primary: #0F5EA8; --deep: #0A3A66; --teal: #007C7A; --amber: #9A5B00; --coral: #B3372F;
  --slate: #5B6B7B; --mist: #F3F6F9; --line: #D5DCE4;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0; background: #FFFFFF; color: var(--ink);
  font: 1.0625rem/1.55 Calibri, Carlito, "Segoe UI", system-ui, sans-serif;
}
header, main, footer { max-width: 56rem; margin: 0 auto; padding: 0 1.25rem; }
header, footer {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1.5rem;
  padding-top: .75rem; padding-bottom: .75rem; color: var(--slate); font-size: .875rem;
}
header { border-bottom: 1px solid var(--line); }
footer { border-top: 1px solid var(--line); margin-top: 3rem; }
.marking { font-weight: 700; color: var(--deep); }
.skip { position: absolute; left: -100rem; background: var(--deep); color: #FFFFFF; padding: .5rem 1rem; }
.skip:focus { left: 0; top: 0; }
main:focus { outline: none; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; color: var(--ink); margin: 2rem 0 .6rem; text-wrap: balance; break-after: avoid; }
h1 { font-size: 2.25rem; margin-top: 1.5rem; }
h1 + p { font-size: 1.25rem; color: var(--slate); margin-top: 0; }
h2 { font-size: 1.5rem; padding-top: .9rem; border-top: 3px solid var(--primary); }
h3 { font-size: 1.2rem; }
h4, h5, h6 { font-size: 1.0625rem; }
p, ul, ol, .table, pre, aside, blockquote { margin: 0 0 .9rem; }
ul, ol { padding-left: 1.4rem; }
li { margin: .2rem 0; }
p, li { max-width: 44rem; overflow-wrap: break-word; }
a { color: var(--primary); text-decoration-thickness: 1px; text-underline-offset: .15em; }
a:focus-visible, .table:focus-visible { outline: 3px solid var(--primary); outline-offset: 2px; }
a[id] { scroll-margin-top: 1rem; }
:target { background: var(--mist); }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); min-width: 6ch; }
th { background: var(--primary); color: #FFFFFF; }
tbody tr:nth-child(even) { background: var(--mist); }
tr { break-inside: avoid; }
em { color: inherit; }
.table + p > em:only-child { color: var(--slate); font-size: .9375rem; }
code, pre { font-family: "Courier New", "Liberation Mono", monospace; font-size: .9em; }
pre { background: var(--mist); border: 1px solid var(--line); padding: .75rem 1rem; overflow-x: auto; }
aside { background: var(--mist); border-left: 5px solid var(--primary); padding: .75rem 1rem .1rem; break-inside: avoid; }
aside.warning { border-left-color: var(--coral); }
aside.tip { border-left-color: var(--teal); }
aside.note { border-left-color: var(--slate); }
blockquote { border-left: 3px solid var(--line); padding-left: 1rem; margin-left: 0; color: var(--slate); }
sup { line-height: 0; }
.footnote { font-size: .9375rem; }
.footnote hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0 1rem; }
@media (max-width: 40rem) {
  body { font-size: 1rem; }
  h1 { font-size: 1.75rem; }
  h2 { font-size: 1.3rem; }
}
@media print {
  @page { size: letter; margin: 1in; }
  body { font-size: 10.5pt; }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .skip { display: none; }
  .table { overflow: visible; }
  thead { display: table-header-group; }
  th { color: #FFFFFF; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
"""
