/** The engine beside the page: counting never holds up the map. */
import { expose } from 'comlink'
import { createEngine } from './engine.ts'

expose(createEngine())
