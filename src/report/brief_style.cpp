// SPDX-License-Identifier: Apache-2.0
#include "report/brief_page.h"

namespace entente::report {
namespace {

// Ink on paper, one tint. Nothing is said by colour alone, and no party has one.
constexpr std::string_view style = R"css(
:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#1c2127;--soft:#59616b;--rule:#dcd8d0;--faint:#f3f1ec;--link:#2a4a6b;--mark:#fbeec1;
--s0:#f4f6f8;--s1:#e5ebf0;--s2:#d4dee7;--s3:#c1cfdc;--s4:#adc0d1;--fill:#3d566e;--pale:#c3d0dc;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,"DejaVu Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e7e4dd;--soft:#a3abb4;--rule:#363d45;--faint:#1c2126;--link:#a9c6e2;--mark:#4a431f;
--s0:#1a2026;--s1:#1f2831;--s2:#26323e;--s3:#2d3d4c;--s4:#35495b;--fill:#a9c0d5;--pale:#4a5f73}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:70rem;padding:2.5rem 1.5rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans)}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
main:focus{outline:0}
.skip{position:absolute;left:-100vw;background:var(--paper);padding:.5rem 1rem;z-index:9}
.skip:focus{left:1rem;top:1rem}
h1,h2,h3,h4{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:2.4rem;letter-spacing:-.01em}
h2{font-size:1.55rem;margin-bottom:.35rem}
h3{font-size:1.15rem;margin:1.75rem 0 .5rem}
h4{font-size:1.05rem;margin-bottom:.4rem}
p{margin:0 0 .5rem}
footer{margin-top:3rem;font-size:.8rem;color:var(--soft)}
.kicker{font-size:.78rem;letter-spacing:.09em;text-transform:uppercase;color:var(--soft);margin-bottom:.4rem}
.sub,.legend,.aside,.fine,small,figcaption,caption{color:var(--soft)}
.sub{max-width:46rem;margin-bottom:1rem}
.fine{font-size:.8rem;max-width:60rem}
.none{color:var(--soft)}
.ref,.nr{font-size:.78rem;color:var(--soft);font-variant-numeric:tabular-nums}
h4 small::before{content:"("}
h4 small::after{content:")"}
h3 small,h4 small{font:400 .82rem/1.3 var(--sans)}
.on{font-weight:400;color:var(--soft)}
code{font:.72rem/1.4 ui-monospace,"DejaVu Sans Mono",Consolas,monospace;overflow-wrap:anywhere}
bdi{unicode-bidi:isolate}
section{padding-top:1.5rem;margin-top:2.5rem;border-top:2px solid var(--ink)}
header{margin-bottom:1.5rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:0;margin:1.5rem 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
.figures div{padding:.8rem 1rem .7rem 0}
.figures dt{font-size:.8rem;color:var(--soft)}
.figures dd{margin:0;font:600 1.45rem/1.25 var(--serif)}
.figures a{color:inherit;text-decoration-color:var(--rule)}
.figures small{display:block;font:.8rem/1.35 var(--sans)}
.short{list-style:none;margin:0 0 1.25rem;padding:0;display:flex;flex-wrap:wrap;gap:.35rem 1.75rem}
.short li::before{content:"▸ ";color:var(--soft)}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.92rem}
.tag{display:inline-block;font-size:.74rem;line-height:1.3;padding:0 .35em;border:1px solid currentColor;border-radius:2px;color:var(--soft);white-space:nowrap}
.tag a{color:inherit}
.tag.line{color:var(--ink);border-width:1px 4px;font-weight:600}
.tag.two{border-style:dashed}
.tag.planned,.tag.reported,.tag.proposed{border-style:dashed}
.tag.cancelled{text-decoration:line-through}
.sug{position:relative;display:inline-block;min-width:1.15em;text-align:center;font-size:.78rem;line-height:1.15em;font-weight:600;border:1px dotted var(--soft);border-radius:50%;color:var(--soft);cursor:help}
.legend{font-size:.82rem;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem}
.legend b{color:var(--ink)}
.legend i{display:inline-block;font-style:normal;padding:0 .5em;min-width:1.6em;height:1.45em;vertical-align:bottom;border:1px solid var(--rule);margin-left:-1px}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;font-size:.82rem;padding:.6rem 0 .4rem}
th{text-align:left;font-weight:600;vertical-align:top}
td{vertical-align:top}
.matrix{table-layout:fixed;margin-bottom:1rem}
.matrix th,.matrix td{border:1px solid var(--rule);padding:.5rem .55rem;overflow-wrap:anywhere}
.matrix thead td{border-color:transparent;border-bottom-color:var(--rule);border-right-color:var(--rule)}
.matrix thead th{border-top:2px solid var(--ink);background:var(--faint)}
.matrix thead th small{display:block;font-weight:400}
.matrix tbody th{background:var(--faint)}
.matrix .kind th{background:none;border-left-color:transparent;border-right-color:transparent;font:600 .78rem/1.3 var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--soft);padding:.9rem 0 .25rem}
.letter{display:inline-block;min-width:1.35em;text-align:center;border:1px solid var(--soft);border-radius:50%;font-size:.74rem;line-height:1.35em;font-weight:600;color:var(--soft);vertical-align:.08em}
.matrix td.full{padding:0;height:1px}
.matrix td a{display:block;height:100%;padding:.5rem .55rem;color:inherit;text-decoration:none;scroll-margin-top:40vh}
.matrix td a:hover .opt,.matrix td a:focus-visible .opt{text-decoration:underline}
.matrix td a:hover{box-shadow:inset 0 0 0 2px var(--link)}
.stance{white-space:nowrap}
.stance span{display:inline-block;min-width:1.05em}
.matrix .stance,.matrix .opt{display:block}
.opt.said{font-family:var(--serif);font-style:italic}
.matrix .when{display:block;font-size:.76rem;color:var(--soft);margin-top:.2rem}
.matrix .nr{float:right}
.matrix .tag{white-space:normal}
.full .when,.full .tag,.full .sug,.full .nr{color:inherit}
.age{font-style:italic;white-space:nowrap}
.matrix td.empty{color:var(--soft);font-size:.8rem}
.t0{background:var(--s0)}.t1{background:var(--s1)}.t2{background:var(--s2)}.t3{background:var(--s3)}.t4{background:var(--s4)}
figure{margin:0 0 1.5rem;padding:0;min-width:0}
figcaption h3{margin-top:1.25rem;color:var(--ink)}
svg{display:block;max-width:100%;height:auto;font:12px var(--sans);fill:var(--ink)}
.scroll>svg{min-width:20rem}
.broad .scroll>svg,#meetings .scroll>svg{min-width:42rem}
.ladders{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:.5rem 2.5rem;align-items:start}
.ladders svg{width:100%}
.ladders .aside{font-size:.84rem;margin-top:.4rem}
svg .who{font-size:13px;font-weight:600;fill:var(--ink)}
svg .label{font-size:11px;fill:var(--soft)}
svg .anchor{font-size:11.5px}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
svg .label,svg .anchor{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
svg .lane{stroke:var(--rule)}
svg .grid{stroke:var(--rule);stroke-dasharray:2 3}
svg .axis{stroke:var(--ink)}
svg .asof{stroke:var(--soft);stroke-dasharray:4 3}
svg .mark{fill:var(--fill);stroke:var(--ink);stroke-width:1.2}
svg .mark.half{fill:var(--pale)}
svg .mark.hollow{fill:var(--paper)}
svg .mark.bar{opacity:.55}
svg .mark.former{fill:var(--paper);stroke:var(--soft);stroke-dasharray:3 2}
svg .in{font-size:11px;font-weight:600;fill:var(--paper)}
svg .in.dark{fill:var(--ink)}
svg .cross{stroke:var(--ink);stroke-width:1.6}
svg .stop{stroke:var(--ink);stroke-width:5}
svg .arrow{stroke:var(--soft);stroke-width:1.4}
svg .meet{fill:var(--fill);stroke:var(--ink);stroke-width:1.3}
svg .planned{fill:var(--paper)}
svg .reported,svg .proposed{fill:var(--paper);stroke-dasharray:3 2}
svg .cancelled{fill:var(--paper)}
svg .share{fill:var(--faint);stroke:var(--soft)}
svg .part{fill:var(--fill)}
svg a:focus-visible{outline:2px solid var(--link)}
svg a:hover .who{text-decoration:underline}
#coverage svg{min-width:0}
blockquote{margin:.15rem 0 .25rem;padding-inline-start:.9rem;border-inline-start:3px solid var(--rule);font:1rem/1.5 var(--serif);max-width:44rem}
blockquote p{margin:0;unicode-bidi:plaintext}
mark{background:var(--mark);color:inherit;padding:.05em 0;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.by{font-size:.86rem;color:var(--soft)}
cite{font-style:normal}
.what{margin-bottom:.15rem}
.cond{color:var(--soft)}
.head{color:var(--soft);font-size:.86rem}
.list,.note ol{list-style:none;margin:0;padding:0}
.list>li,.note li{padding:.7rem 0;border-top:1px solid var(--rule)}
.list>li:first-child,.note li:first-child{border-top:0}
.list div:target{background:var(--faint)}
.list div+div{margin-top:.5rem}
.sources li p{margin-bottom:.15rem}
.pair{margin:0 0 1.5rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}
.side{border-top:1px solid var(--ink);padding-top:.5rem}
.pair.crossing .side+.side{border-top-width:4px}
.accounts{margin-bottom:1.75rem;table-layout:fixed}
.accounts caption{padding-top:0}
.accounts th,.accounts td{padding:.55rem .6rem;border-top:1px solid var(--rule)}
.accounts thead th{border-top:2px solid var(--ink)}
.accounts thead td{width:6.5rem;border-top-color:transparent}
.accounts p{margin:0;font-family:var(--serif)}
.accounts u{text-decoration:underline dotted 1.5px;text-underline-offset:.2em}
.join{text-align:center;color:var(--soft);font-size:1.15rem;line-height:1.15}
.join small{display:block;font-size:.74rem}
.differs td:not(.join){background:var(--faint)}
.silent{color:var(--soft);font-size:.84rem}
.plain th,.plain td{padding:.4rem .8rem .4rem 0;border-top:1px solid var(--rule)}
.plain th[scope=row]{font-weight:600}
.check{margin-bottom:2rem}
.check .when{display:block;font-size:.76rem;color:var(--soft)}
.forms{color:var(--soft);font-size:.84rem}
.note{border-top:1px solid var(--rule);padding:.8rem 0;content-visibility:auto;contain-intrinsic-size:auto 12rem}
.note .back{float:right;font-size:.82rem}
:target{scroll-margin-top:1rem}
li:target,tr:target,.note li:target{background:var(--faint);box-shadow:-.5rem 0 0 var(--faint),-.75rem 0 0 var(--link)}
@media screen{
.note:target,.note:has(:target){position:fixed;z-index:5;right:0;bottom:0;width:min(30rem,100vw);max-height:100vh;overflow:auto;margin:0;padding:1.25rem 1.5rem;background:var(--paper);border:1px solid var(--ink);border-right:0;box-shadow:0 0 2.5rem rgba(0,0,0,.22);content-visibility:visible}
.note:target .back,.note:has(:target) .back{float:none;position:sticky;top:0;display:inline-block;padding:.2rem .8rem;background:var(--paper);border:1px solid var(--rule);border-radius:2px}
}
@media screen and (min-width:48.01rem){.c4{min-width:41rem}.c5{min-width:49rem}.c6{min-width:57rem}}
@media (min-width:46rem){.broad{grid-column:span 2}}
@media screen and (min-width:80rem){body:has(.note:target),body:has(.note :target){margin-inline:auto 31rem}}
@media screen and (min-width:62rem){.note:target,.note:has(:target){top:0;border-width:0 0 0 1px}}
@media screen and (max-width:48rem){
body{padding:1.5rem 1rem 3rem}
h1{font-size:1.85rem}
.note:target,.note:has(:target){max-height:72vh;border-width:1px 0 0;padding:1rem}
.sides{grid-template-columns:1fr}
.matrix,.matrix caption,.matrix tbody,.matrix tr,.matrix th,.matrix td{display:block;border:0}
.matrix thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.matrix tr{border-top:2px solid var(--ink);margin-bottom:1.25rem}
.matrix tr.kind{border:0;margin:0}
.matrix tbody th{background:none;padding:.5rem 0;font:600 1.1rem/1.2 var(--serif)}
.matrix td{border-top:1px solid var(--rule)}
.matrix td.full{height:auto}
.matrix td::before{content:attr(data-head);display:block;font-size:.8rem;color:var(--soft);padding:.45rem .55rem 0}
.matrix td.empty{display:flex;gap:.6rem;padding:.3rem .55rem}
.matrix td.empty span{white-space:nowrap}
.matrix td.empty::before{padding:0;font-size:inherit}
.matrix td a{padding-top:.1rem}
.matrix .stance,.matrix .opt{display:inline}
.accounts,.accounts caption,.accounts tbody,.accounts tr,.accounts td{display:block}
.accounts thead{display:none}
.accounts tr{border-top:1px solid var(--ink);padding:.4rem 0}
.accounts td{border:0;padding:.25rem .4rem}
.accounts td:not(.join)::before{content:attr(data-head);display:block;font-size:.78rem;color:var(--soft)}
.join{text-align:left;padding-left:.4rem}
.join small{display:inline}
}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#333;--rule:#999;--faint:#fff;--link:#000;--mark:#fff;--fill:#444;--pale:#ccc}
@page{margin:16mm 14mm}
html{font-size:11.5px}
body{max-width:none;padding:0}
nav,.skip,.back,.shades{display:none}
a{text-decoration:none}
mark{font-weight:600;text-decoration:underline;text-decoration-thickness:1px}
section{break-before:auto;margin-top:1.5rem;padding-top:1rem}
p,blockquote{orphans:3;widows:3}
.sub{break-inside:avoid}
.ladders{display:block}
.ladders figure{display:inline-block;vertical-align:top;width:47%;margin-right:2%}
.ladders figure.broad{width:100%;margin-right:0}
h2,h3,h4,h2+p,h3+p,.sub,caption,thead{break-after:avoid}
tbody tr:first-child,.kind+tr{break-before:avoid}
thead{break-inside:avoid}
tr,li,figure,svg,.scroll:has(>svg),.pair,.side,dl{break-inside:avoid}
#coverage{break-inside:avoid}
.note{content-visibility:visible;padding:.5rem 0}
.note li,.list>li{padding:.45rem 0}
blockquote{font-size:.95rem;line-height:1.4}
#evidence{columns:2;column-gap:2rem}
#evidence>h2,#evidence>.sub{column-span:all}
.scroll{overflow:visible}
.t0,.t1,.t2,.t3,.t4{background:none}
}
@media (forced-colors:active){svg .mark,svg .meet{stroke:CanvasText}}
)css";

}  // namespace

std::string_view brief_style() { return style; }

}  // namespace entente::report
