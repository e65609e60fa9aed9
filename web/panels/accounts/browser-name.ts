/** Which browser on which machine is this? `Firefox 128 · Windows`, of what a browser says of itself. */

/** In this order: the later ones name the earlier ones too. */
const browsers = [
  ['Edge', /Edg(?:A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Cốc Cốc', /coc_coc_browser\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Headless)?(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+)\S* (?:Mobile\/\S+ )?Safari\//],
] as const

const machines = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux|X11/],
] as const

/** What it says itself, where nothing of it is known. */
export function toBrowserName(user_agent: string): string {
  const browser = browsers.flatMap(([name, pattern]) => {
    const version = pattern.exec(user_agent)?.[1]
    return version === undefined ? [] : [`${name} ${version}`]
  })[0]
  const machine = machines.find(([, pattern]) => pattern.test(user_agent))?.[0]
  return [browser, machine].filter((part) => part !== undefined).join(' · ') || user_agent
}
