/** How does a list go to the server and come back converted? Its bytes as they are; what comes back is saved at once. */
import { paths } from '../../../core/api/paths.ts'
import type { ConvertDirection } from '../../../core/import/convert/convert-unit.ts'
import { ApiProblem, getCsrfToken, readProblem, renewCsrfToken, toUrl } from '../../api.ts'
import { saveFile } from '../../export/save-file.ts'

export type { ConvertDirection }

export interface ConvertedList {
  /** Under which it was saved. */
  readonly name: string
  readonly rows: number
  readonly doubtful: number
}

interface Asked {
  readonly file: File
  readonly direction: ConvertDirection
  readonly language: 'vi' | 'en'
}

const most_bytes = 16_000_000

/** @throws ApiProblem */
export async function convertList(asked: Asked): Promise<ConvertedList> {
  if (asked.file.size > most_bytes) throw new ApiProblem('file_too_large', { most_bytes })
  const response = await sendTwice(asked)
  const count = (header: string) => Number(response.headers.get(header) ?? 0)
  const name = toName(response.headers.get('content-disposition') ?? '')
  saveFile(await response.blob(), name)
  return { name, rows: count('x-rows'), doubtful: count('x-doubtful-rows') }
}

/** The token of a page that was open for long is asked for anew. */
async function sendTwice(asked: Asked): Promise<Response> {
  try {
    return await send(asked)
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'csrf_token_invalid') throw error
    await renewCsrfToken(error)
    return send(asked)
  }
}

async function send({ file, direction, language }: Asked): Promise<Response> {
  const url = toUrl(paths.convertCommunes, {}, { file_name: file.name.slice(0, 255), direction, language })
  const headers = { 'content-type': 'application/octet-stream', 'x-csrf-token': getCsrfToken() }
  const response = await fetch(url, { method: 'POST', headers, body: file }).catch(() => {
    throw new ApiProblem('network')
  })
  if (!response.ok) throw readProblem(await response.json().catch(() => null), response.status)
  return response
}

function toName(disposition: string): string {
  const [, encoded = ''] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? []
  return encoded === '' ? 'doi-chieu-xa.xlsx' : decodeURIComponent(encoded)
}
