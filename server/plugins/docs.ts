/** Where can a person, and where can a program, read what the API offers? */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/** Before the routes: the description is collected while they are added. */
export async function addDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Bản đồ số hạ tầng viễn thông',
        description:
          'Sites, villages, cable routes and the coverage of every unit of a province. Dates are days of ' +
          'Asia/Ho_Chi_Minh; positions are [longitude, latitude] in WGS 84. Whatever is generated carries `is_sample: true`.',
        version: '0.1.0',
      },
      servers: [{ url: '/' }],
      tags: [
        { name: 'map', description: 'What the map draws' },
        { name: 'coverage', description: 'Which share is covered, and what has been said of it' },
        { name: 'records', description: 'One site, one village, and how to find them' },
        { name: 'operations', description: 'Is the server well?' },
      ],
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { docExpansion: 'list', deepLinking: true },
    // The reader writes styles into its page while it runs: allowed here alone, and no script with it.
    transformStaticCSP: (header) => header.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    theme: {
      title: 'Bản đồ số hạ tầng viễn thông – API',
      // The bar at the top asks for the address of another description, which nothing here may load.
      css: [{ filename: 'page.css', content: '.swagger-ui .topbar { display: none }' }],
    },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
