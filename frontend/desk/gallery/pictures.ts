const NS = 'xmlns="http://www.w3.org/2000/svg"';

export const GOOD = `<svg class="trend" role="img" aria-labelledby="trend-title trend-desc" viewBox="0 0 640 200" ${NS}><title id="trend-title">The score by month</title><desc id="trend-desc">From +20 to +45.</desc><line class="grid" x1="0" x2="640" y1="20" y2="20"/><line class="zero" x1="0" x2="640" y1="150" y2="150"/><path class="band" d="M40 110 L220 95 L400 60 L600 45 L600 95 L400 110 L220 145 L40 165 Z"/><path class="line" d="M40 138 L220 120 L400 85"/><path class="line part" d="M400 85 L600 70"/><circle class="dot" cx="40" cy="138" r="4"/><circle class="dot" cx="220" cy="120" r="4"/><circle class="dot" cx="400" cy="85" r="4"/><circle class="dot part" cx="600" cy="70" r="4"/><text class="axis" x="40" y="190" text-anchor="middle">Jan</text><text class="axis" x="220" y="190" text-anchor="middle">Feb</text><text class="axis" x="400" y="190" text-anchor="middle">Mar</text><text class="value last" x="600" y="50" text-anchor="middle">+45</text></svg>`;

/** Each of these is refused as a whole. */
export const REFUSED = [
  `<svg ${NS}><script>window.broken = 1</script></svg>`,
  `<svg ${NS} onload="window.broken = 1"></svg>`,
  `<svg ${NS}><rect onclick="window.broken = 1" width="9" height="9"/></svg>`,
  `<svg ${NS}><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">here</p></foreignObject></svg>`,
  `<svg ${NS}><style>* { fill: red }</style></svg>`,
  `<svg ${NS}><rect style="fill: red" width="9" height="9"/></svg>`,
  `<svg ${NS}><image href="https://elsewhere.example/a.png"/></svg>`,
  `<svg ${NS} xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>`,
  `<svg ${NS}><a href="javascript:window.broken = 1"><text>here</text></a></svg>`,
  `<svg ${NS}><rect fill="url(https://elsewhere.example/a.svg#b)" width="9" height="9"/></svg>`,
  `<svg ${NS}><set attributeName="onload" to="window.broken = 1"/></svg>`,
  `<svg><rect width="9" height="9"/></svg>`,
  `<html xmlns="http://www.w3.org/1999/xhtml"><body><svg ${NS}/></body></html>`,
  `<img src="x" onerror="window.broken = 1">`,
  `<svg ${NS}><rect`,
  "",
];
