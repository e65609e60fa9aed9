/** When are the days looked at and the mails sent? From the configured hour on, and where it was missed as soon as somebody is up. */
import type { FastifyInstance } from 'fastify'
import { toVietnamDate, toVietnamHour } from '../../core/dates.ts'
import type { Context } from '../context.ts'
import { createOneAtATime } from '../events/one-at-a-time.ts'
import { lookAtDay } from './look-at-day.ts'
import { createMailer } from './mailer.ts'
import { sendWaitingMails } from './send-mails.ts'

const interval_ms = 60_000
/** A mail that is under way at the end is sent again by whoever starts next. */
const longestFarewell_ms = 3_000

/** Begins when the server listens. Never in the way of a request: what fails is logged and tried again. */
export function addAlertClock(app: FastifyInstance, { config, as, system }: Context): void {
  const { mail, publicUrl, alertsHour } = config
  const mailer = mail === null || publicUrl === null ? null : createMailer(mail)
  let isStopped = false
  let timer: NodeJS.Timeout | undefined

  const { run, settle } = createOneAtATime(async () => {
    const now = new Date()
    if (toVietnamHour(now) >= alertsHour) {
      await lookAtDay({ as, system, sends: mailer === null ? 'nothing' : 'mail' }, toVietnamDate(now))
    }
    if (mailer === null || publicUrl === null) return
    await sendWaitingMails({ as, system, mailer, publicUrl, log: app.log, isStopped: () => isStopped })
  })
  const tick = () => {
    run().catch((error: unknown) => app.log.warn({ err: error }, 'alerts were not looked at'))
  }
  app.addHook('onListen', async () => {
    timer = setInterval(tick, interval_ms).unref()
    tick()
  })
  app.addHook('onClose', async () => {
    isStopped = true
    clearInterval(timer)
    mailer?.close()
    const pause = new Promise((resolve) => setTimeout(resolve, longestFarewell_ms).unref())
    await Promise.race([settle(), pause])
  })
}
