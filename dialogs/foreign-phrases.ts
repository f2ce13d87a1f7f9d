import type { ForeignLanguage } from './foreign-language.ts'

/** The few sentences for whoever does not write Polish. */
export type ForeignPhrases = {
  /** Whether a person who speaks the language has confirmed the sentences; while false, citizens are told. */
  readonly isConfirmed: boolean
  /** Who speaks, and that it understands Polish only. */
  readonly intro: (office: string) => string
  readonly writePolish: string
  readonly inDanger: string
  readonly askPerson: string
  readonly noPersonalData: string
  readonly contact: string
  readonly address: string
  readonly phone: string
  readonly website: string
  readonly noPhone: string
  /** A choice: to talk to a person. */
  readonly person: string
  readonly unconfirmed: string
}

export const FOREIGN_PHRASES: Readonly<Record<ForeignLanguage, ForeignPhrases>> = {
  uk: {
    isConfirmed: false,
    intro: office => `Я автоматичний помічник установи ${office}. Я відповідаю лише польською мовою.`,
    writePolish: 'Напишіть запитання польською, наприклад за допомогою перекладача, або зверніться до працівника.',
    inDanger: 'Якщо є загроза життю, телефонуйте 112.',
    askPerson: 'Вам допоможе працівник установи. Зверніться до установи:',
    noPersonalData: 'Не пишіть тут номер PESEL і дані про здоров’я.',
    contact: 'Контакти',
    address: 'Адреса',
    phone: 'Телефон',
    website: 'Сайт',
    noPhone: 'Номер телефону установа ще не вказала.',
    person: 'Працівник',
    unconfirmed: 'Цей переклад ще не перевірила людина.',
  },
  en: {
    isConfirmed: false,
    intro: office => `I am an automatic assistant of ${office}. I can only answer in Polish.`,
    writePolish: 'Write your question in Polish, for example with a translator, or turn to a clerk.',
    inDanger: 'If somebody’s life is in danger, call 112.',
    askPerson: 'A clerk of the office will help you. Contact the office:',
    noPersonalData: 'Do not write your PESEL number or anything about your health here.',
    contact: 'Contact',
    address: 'Address',
    phone: 'Phone',
    website: 'Website',
    noPhone: 'The office has not given a phone number yet.',
    person: 'Clerk',
    unconfirmed: 'No person has checked this translation yet.',
  },
  de: {
    isConfirmed: false,
    intro: office => `Ich bin ein automatischer Assistent der Behörde ${office}. Ich antworte nur auf Polnisch.`,
    writePolish:
      'Schreiben Sie die Frage auf Polnisch, etwa mit einem Übersetzer, oder wenden Sie sich an einen Mitarbeiter.',
    inDanger: 'Bei Lebensgefahr rufen Sie 112 an.',
    askPerson: 'Ein Mitarbeiter der Behörde hilft Ihnen. Wenden Sie sich an die Behörde:',
    noPersonalData: 'Schreiben Sie hier weder Ihre PESEL-Nummer noch etwas über Ihre Gesundheit.',
    contact: 'Kontakt',
    address: 'Adresse',
    phone: 'Telefon',
    website: 'Website',
    noPhone: 'Eine Telefonnummer hat die Behörde noch nicht angegeben.',
    person: 'Mitarbeiter',
    unconfirmed: 'Diese Übersetzung hat noch kein Mensch geprüft.',
  },
}
