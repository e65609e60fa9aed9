/** How does one tree of cables reach every commune's seat? Along roads where there are roads, else from village to village. */
import type { LngLat } from '../../core/geo.ts'
import { getDistance } from '../reference/planar.ts'
import { createNearestIndex } from './nearest.ts'
import type { Commune, Province } from './province.ts'
import type { PlacedVillage } from './village.ts'

interface Node {
  readonly position: LngLat
  readonly index: number
  readonly commune: Commune
}

interface Edge {
  readonly to: number
  readonly cost: number
  readonly metres: number
  readonly road: boolean
}

export interface Branch {
  /** From the tree to the seat. */
  readonly nodes: readonly Node[]
  /** Whether the step to the next node follows a road. */
  readonly roads: readonly boolean[]
}

/** A metre along a road costs less than one across the hills, so cables keep to roads. */
const roadCost = 0.45
const riverCost = 0.8
const hillCost = 1.25
const hillReachMetres = 15_000
const hillNeighbours = 12

/**
 * Branches in the order in which they were built; each starts on an earlier one (or at the first commune's seat) and no
 * stretch is in two of them.
 */
export function buildNetwork(province: Province, villages: readonly PlacedVillage[]): Branch[] {
  const nodes: Node[] = []
  const edges: Edge[][] = []
  const addNode = (position: LngLat, commune: Commune) => {
    nodes.push({ position, index: nodes.length, commune })
    edges.push([])
    return nodes.length - 1
  }
  const connect = (a: number, b: number, factor: number, road: boolean) => {
    const metres = getDistance(nodes[a]!.position, nodes[b]!.position)
    edges[a]!.push({ to: b, cost: metres * factor, metres, road })
    edges[b]!.push({ to: a, cost: metres * factor, metres, road })
  }
  const seats = villages.flatMap((village) => {
    const node = addNode(village.position, village.commune)
    return village.seat ? [node] : []
  })
  addLines(province, addNode, connect)
  // Line nodes stand close together: without links among villages alone a valley of them would be an island.
  for (const set of [nodes, nodes.slice(0, villages.length)]) {
    const index = createNearestIndex(set)
    for (const node of set) {
      const near = index.within(node.position, hillReachMetres).slice(1, hillNeighbours + 1)
      for (const { item } of near) connect(node.index, item.index, hillCost, false)
    }
  }
  return growTree(nodes, edges, seats)
}

function addLines(
  province: Province,
  addNode: (position: LngLat, commune: Commune) => number,
  connect: (a: number, b: number, factor: number, road: boolean) => void,
): void {
  const lines = province.lines.filter(({ kind }) => kind === 'road' || kind === 'river')
  for (const { kind, positions } of lines) {
    let previous = -1
    for (const position of positions) {
      const commune = province.locate(position)
      const node = commune === null ? -1 : addNode(position, commune)
      if (node >= 0 && previous >= 0)
        connect(previous, node, kind === 'road' ? roadCost : riverCost, kind === 'road')
      previous = node
    }
  }
}

function growTree(nodes: readonly Node[], edges: readonly Edge[][], seats: readonly number[]): Branch[] {
  const inTree = new Set([seats[0]!])
  const missing = new Set(seats.slice(1))
  const branches: Branch[] = []
  while (missing.size > 0) {
    const path = findPath(edges, inTree, missing)
    for (const { node } of path) {
      inTree.add(node)
      missing.delete(node)
    }
    branches.push({
      nodes: path.map(({ node }) => nodes[node]!),
      roads: path.slice(1).map(({ road }) => road),
    })
  }
  return branches.filter((branch) => branch.nodes.length > 1)
}

interface Step {
  readonly node: number
  readonly road: boolean
}

/** The cheapest way from anywhere in the tree to the nearest missing seat (Dijkstra from all of the tree at once). */
function findPath(edges: readonly Edge[][], from: ReadonlySet<number>, to: ReadonlySet<number>): Step[] {
  const cost = new Float64Array(edges.length).fill(Infinity)
  const before = new Map<number, Step>()
  const queue = createQueue()
  for (const node of from) {
    cost[node] = 0
    queue.push(node, 0)
  }
  for (let next = queue.pop(); next !== null; next = queue.pop()) {
    if (next.cost > cost[next.node]!) continue
    if (to.has(next.node)) return tracePath(next.node, before)
    for (const edge of edges[next.node]!) {
      const total = next.cost + edge.cost
      if (total >= cost[edge.to]!) continue
      cost[edge.to] = total
      before.set(edge.to, { node: next.node, road: edge.road })
      queue.push(edge.to, total)
    }
  }
  throw new Error('a seat cannot be reached')
}

function tracePath(end: number, before: ReadonlyMap<number, Step>): Step[] {
  const path: Step[] = [{ node: end, road: false }]
  for (let step = before.get(end); step !== undefined; step = before.get(path[0]!.node)) {
    path[0] = { node: path[0]!.node, road: step.road }
    path.unshift({ node: step.node, road: false })
  }
  return path
}

interface Queued {
  readonly node: number
  readonly cost: number
}

/** A binary heap, cheapest first. */
function createQueue(): { push: (node: number, cost: number) => void; pop: () => Queued | null } {
  const heap: Queued[] = []
  const isLess = (a: number, b: number) => heap[a]!.cost < heap[b]!.cost
  const swap = (a: number, b: number) => {
    const item = heap[a]!
    heap[a] = heap[b]!
    heap[b] = item
  }
  return {
    push(node, cost) {
      heap.push({ node, cost })
      for (let i = heap.length - 1; i > 0 && isLess(i, (i - 1) >> 1); i = (i - 1) >> 1) swap(i, (i - 1) >> 1)
    },
    pop() {
      const top = heap[0]
      const last = heap.pop()
      if (top === undefined || last === undefined) return null
      if (heap.length > 0) heap[0] = last
      for (let i = 0; ;) {
        let least = i
        for (const child of [2 * i + 1, 2 * i + 2])
          if (child < heap.length && isLess(child, least)) least = child
        if (least === i) return top
        swap(i, least)
        i = least
      }
    },
  }
}
