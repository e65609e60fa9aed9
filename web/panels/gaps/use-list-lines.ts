/** How does one move through the lines of a list by keyboard, and how do a village's line and its point find each other? */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import type { GapList } from '../../state/gap-list.ts'
import type { GapRow } from '../../state/gap-rows.ts'
import { useApp } from '../../state/store.ts'
import { bringIntoView, select } from '../../state/transitions.ts'
import { findVillageItem, toListItems, toNextItem, type ListItem } from './list-items.ts'
import { useFolding } from './use-folding.ts'
import { usePointPulse } from './use-point-pulse.ts'

interface LineOptions {
  /** Of a line, before it is measured. */
  readonly height_px: number
  /** Of what sticks at the top and at the bottom, over the lines. */
  readonly head_px: number
  readonly foot_px: number
}

/** Lines in sight and a few around them are drawn, whatever the length of the list. */
export function useListLines(list: GapList, { height_px, head_px, foot_px }: LineOptions) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const { folded, fold, unfold } = useFolding()
  const items = useMemo(() => toListItems(list, folded), [list, folded])
  // What it returns is read in the same drawing and handed to nobody who would keep it.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: () => height_px,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 8,
    scrollMargin: head_px,
    scrollPaddingStart: head_px,
    scrollPaddingEnd: foot_px,
  })
  const [active, setActive] = useState(0)
  const [pointed, setPointed] = useState<GapRow | null>(null)
  usePointPulse(pointed)
  const selected_id = useApp(({ selection }) => (selection.type === 'village' ? selection.id : null))
  // A point picked on the map brings its line into sight; a line that is folded away is unfolded first.
  useEffect(() => {
    if (selected_id === null) return
    const index = findVillageItem(items, selected_id)
    if (index >= 0) {
      setActive(index)
      virtual.scrollToIndex(index, { align: 'auto' })
    } else {
      const home = list.groups?.find(({ rows }) => rows.some(({ id }) => id === selected_id))
      if (home !== undefined) unfold(home.key)
    }
    // Only when another village is selected, or the lines are others: not while one scrolls.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected_id, items])
  const open = (item: ListItem) => {
    if (item.type === 'group') fold(item.group.key)
    else selectRow(item.row)
  }
  return {
    setScroller,
    items,
    virtual,
    active: Math.min(active, Math.max(0, items.length - 1)),
    selected_id,
    point: setPointed,
    open,
    activate: setActive,
    onKeyDown: (event: KeyboardEvent) => {
      const item = items[active]
      if (event.key === 'Enter' && item !== undefined && event.target instanceof HTMLElement) {
        // A control inside of a line answers for itself.
        if (event.target.closest('button, a') !== null) return
        event.preventDefault()
        open(item)
        return
      }
      const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / height_px) - 3)
      const to = toNextItem(event.key, active, { count: items.length, page })
      if (to === null) return
      event.preventDefault()
      setActive(to)
      virtual.scrollToIndex(to, { align: 'auto' })
      focusLine(scroller, to)
    },
  }
}

const framesToWait = 10

/** A line that is scrolled to is drawn a moment later: it takes the focus as soon as it is there. */
function focusLine(scroller: HTMLElement | null, index: number, frames = framesToWait): void {
  const line = scroller?.querySelector<HTMLElement>(`[data-index="${index}"]`)
  if (line) line.focus({ preventScroll: true })
  else if (frames > 0) requestAnimationFrame(() => focusLine(scroller, index, frames - 1))
}

/** The map moves only where the point is out of sight. */
function selectRow(row: GapRow): void {
  useApp.setState((state) => ({
    ...select(state, { type: 'village', id: row.id }),
    ...bringIntoView(state, row.position),
  }))
}
