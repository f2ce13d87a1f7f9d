import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Request, type Response } from 'botbuilder'
import restify from 'restify'

// The limit of the stack: restify and botbuilder as their samples wire them, and a bot that says back what it hears.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
  const { body, headers } = request
  const incoming: Request = { body, headers, method: 'POST' }
  const outgoing: Response = {
    socket: response.socket,
    end: () => response.end(),
    header: (name, value) => response.header(name, String(value)),
    send: answer => response.send(answer),
    status: code => response.status(code),
  }
  await adapter.process(incoming, outgoing, async context => {
    if (context.activity.type === 'message') await context.sendActivity(context.activity.text)
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${server.address().port}` }))
