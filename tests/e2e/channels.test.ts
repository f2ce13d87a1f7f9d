import { describeChannel } from '../contracts/channel.contract.ts'
import { openAzureMessengerTalk, openEmulatorTalk, openMessengerTalk, openWebsiteTalk } from '../setup/talk.ts'

describeChannel('the website', openWebsiteTalk)
describeChannel('Bot Framework', openEmulatorTalk)
describeChannel('Messenger', openMessengerTalk)
describeChannel('Messenger through Azure', openAzureMessengerTalk)
