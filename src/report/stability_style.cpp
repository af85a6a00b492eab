// SPDX-License-Identifier: Apache-2.0
#include "report/stability_parts.h"

namespace entente::report {
namespace {

constexpr std::string_view state_style = R"css(
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.notice{border:1px solid var(--ink);border-left-width:4px;padding:.6rem .9rem;max-width:46rem}
.held-list{list-style:none;margin:0 0 1rem;padding:0;max-width:52rem}
.held-list li{padding:.4rem 0;border-top:1px solid var(--rule)}
.states{width:auto;min-width:0;margin-bottom:1rem;font-variant-numeric:tabular-nums}
.states th,.states td{border-bottom:1px solid var(--rule);padding:.28rem .5rem}
.states td,.states thead th{text-align:center;min-width:2.45rem}
.states tbody th{position:sticky;left:0;background:var(--paper);min-width:13rem;max-width:20rem;font-weight:400;box-shadow:1px 0 0 var(--rule)}
.states tbody th[colspan]{position:static;box-shadow:none;font-weight:600;padding-top:.9rem;border-bottom:2px solid var(--ink);max-width:none}
.states thead th,.states thead td{border-bottom:2px solid var(--ink);vertical-align:bottom}
.states thead small{display:block;font-weight:400}
.states .on{color:var(--ink);font-weight:700}
.states .off{color:var(--soft)}
.states .all{font-weight:700;font-size:.74rem;padding-left:.15rem;padding-right:.15rem;background:var(--s2)}
.states .today{border-left:2px solid var(--ink);border-right:2px solid var(--ink)}
.states tfoot td,.states tfoot th{border:0}
.moves{margin:0;padding-left:1.2rem;font-size:.9rem;columns:22rem;column-gap:2.5rem}
.moves li{break-inside:avoid;margin-bottom:.25rem}
.why{margin:0 0 1.5rem;max-width:52rem;break-inside:avoid}
.why h3{margin-bottom:.2rem}
.why dt{font-weight:600;margin-top:.45rem}
.why dd{margin:0}
.rests li>p{margin-bottom:.1rem}
.rests .from{font-size:.84rem;color:var(--soft)}
h5{font:600 .95rem/1.3 var(--serif);margin:.9rem 0 .3rem}
.states .goes{color:var(--soft);white-space:nowrap}
.sure{width:auto;min-width:0;margin-bottom:1rem}
.sure th,.sure td{padding:.35rem 1.2rem .35rem 0;border-bottom:1px solid var(--rule);font-variant-numeric:tabular-nums}
.sure thead th{border-bottom:2px solid var(--ink);font-weight:600}
.sure caption{padding-top:0}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;list-style:none;margin:0 0 .8rem;padding:0;font-size:.86rem;color:var(--soft)}
.key svg{display:inline-block;vertical-align:middle}
.graph .scroll>svg{min-width:34rem;margin:0 auto}
svg .move{fill:none;stroke:var(--ink);stroke-width:1.3}
svg .move.both{stroke-width:2.6;stroke-dasharray:7 4}
svg .move.other{stroke:var(--soft);stroke-dasharray:1.5 3.5;stroke-linecap:round}
svg .tip{fill:var(--ink)}
svg .by{fill:var(--paper);stroke:var(--ink)}
svg .by.other{stroke:var(--soft);stroke-dasharray:2 2}
svg .mover{font-size:11px;font-weight:600}
svg .state{fill:var(--paper);stroke:var(--ink);stroke-width:1.4}
svg .held{fill:var(--s1);stroke:var(--ink);stroke-width:1.1}
svg .owner{font-size:9.5px;fill:var(--soft)}
svg .opt{stroke:var(--ink);stroke-width:1}
svg .opt.on{fill:var(--ink)}
svg .opt.off{fill:var(--paper);stroke:var(--soft)}
.graph svg .note{stroke:none}
@media screen and (max-width:48rem){.states tbody th{min-width:7.5rem;max-width:9.5rem;font-size:.84rem;overflow-wrap:anywhere}
.states th,.states td{padding:.28rem .35rem}.states td,.states thead th{min-width:2.2rem}}
@media print{.states tbody{break-inside:avoid}.graph{break-before:page}.states tbody th{position:static}.states{font-size:.82rem}.states th,.states td{padding:.18rem .3rem}.states td,.states thead th{min-width:0}
.graph .scroll>svg{min-width:0;max-height:210mm}.states .all{background:none;text-decoration:underline}}
)css";

}  // namespace

std::string_view stability_style() { return state_style; }

}  // namespace entente::report
