/** Which lines of a long list are drawn? Those in sight of the page that scrolls, whatever their heights. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState } from 'react'

interface PageRows {
  readonly count: number
  readonly height_px: number
  readonly toKey: (index: number) => string | number
}

export function usePageRows({ count, height_px, toKey }: PageRows) {
  const [body, setBody] = useState<HTMLElement | null>(null)
  const [margin_px, setMargin] = useState(0)
  const scroller = body?.closest<HTMLElement>('.page-place') ?? null
  // What stands above it may have grown with any drawing; the same place again draws nothing.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    if (body === null || scroller === null) return
    const top = body.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
    setMargin((before) => (Math.abs(before - top) > 1 ? top : before))
  })
  // What it returns is read in the same drawing and handed to nobody who would keep it.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => height_px,
    getItemKey: toKey,
    overscan: 6,
    scrollMargin: margin_px,
  })
  const drawn = virtual.getVirtualItems()
  return {
    setBody,
    drawn,
    measure: virtual.measureElement,
    before_px: Math.max(0, (drawn[0]?.start ?? margin_px) - margin_px),
    after_px: Math.max(0, virtual.getTotalSize() - ((drawn.at(-1)?.end ?? margin_px) - margin_px)),
  }
}
