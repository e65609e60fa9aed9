/** How does the address say what the map shows: layers, place, and what is selected? */
import { switchableLayers } from '../../map/map-view-props.ts'
import type { Camera } from '../address.ts'
import { fromSelectionText, nothingSelected, toSelectionText } from '../selection.ts'
import type { AddressPart, AddressReading } from './address-part.ts'

const openingLayers = ['villages'] as const

export const mapPart: AddressPart = {
  keys: ['layers', 'selected', 'at'],
  write: ({ visible, selection, camera }, add) => {
    add('layers', visible.join(',') || 'none', openingLayers.join(','))
    add('selected', toSelectionText(selection) || null)
    add('at', camera === null ? null : toCameraText(camera))
  },
  read: (reading) => ({
    visible: readLayers(reading),
    selection: readSelection(reading),
    camera: readCamera(reading),
  }),
}

function readLayers({ given, ignore }: AddressReading) {
  const text = given('layers')
  if (text === undefined) return openingLayers
  const names = text.split(',')
  for (const name of names) {
    const isKnown = name === 'none' || switchableLayers.some((layer) => layer === name)
    if (!isKnown) ignore({ key: 'layers', value: name, reason: 'unknown_value' })
  }
  return switchableLayers.filter((layer) => names.includes(layer))
}

function readSelection({ given, ignore }: AddressReading) {
  const text = given('selected')
  if (text === undefined) return nothingSelected
  const selection = fromSelectionText(text)
  if (selection.type === 'none') ignore({ key: 'selected', value: text, reason: 'unknown_value' })
  return selection
}

function toCameraText({ center, zoom }: Camera): string {
  return `${zoom.toFixed(2)},${center[1].toFixed(4)},${center[0].toFixed(4)}`
}

const cameraText = /^(\d{1,2}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/

function readCamera({ given, ignore }: AddressReading): Camera | null {
  const text = given('at')
  if (text === undefined) return null
  const [zoom, lat, lng] = (cameraText.exec(text)?.slice(1).map(Number) ?? []) as [number, number, number]
  if (zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180) return { center: [lng, lat], zoom }
  ignore({ key: 'at', value: text, reason: 'unknown_value' })
  return null
}
