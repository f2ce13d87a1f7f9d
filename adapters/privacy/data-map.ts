import type { RetentionSettings } from '../config.ts'

/**
 * What a column holds. `words`: what somebody said, masked; `original`: what masking hid, encrypted; `contact`: where a citizen wants
 * an answer; `citizen`: what tells one citizen from another; `staff`: about people of the office; `technical`: none of these.
 */
export type ColumnKind = 'words' | 'original' | 'contact' | 'citizen' | 'staff' | 'technical'

export type DescribedColumn = { readonly kind: ColumnKind; readonly about: string }

export type DescribedTable = {
  readonly purpose: string
  readonly kept: (settings: RetentionSettings) => string
  readonly columns: Readonly<Record<string, DescribedColumn>>
}

const as =
  (kind: ColumnKind) =>
  (about: string): DescribedColumn => ({ kind, about })
const words = as('words')
const original = as('original')
const contact = as('contact')
const citizen = as('citizen')
const staff = as('staff')
const technical = as('technical')

const withConversation = ({ botDays, clerkDays, ticketDays }: RetentionSettings) =>
  `z rozmową: ${botDays} dni od ostatniej wiadomości, z pracownikiem ${clerkDays} dni, ze zgłoszeniem co najmniej ${ticketDays} dni od jego zamknięcia`
const withAccount = () => 'do usunięcia konta'
const always = () => 'stale, jeden wiersz'

const conversationId = citizen('losowy numer rozmowy')

/** Every table and column that a database of the assistant has; a test fails where one is missing here. */
export const DATA_MAP: Readonly<Record<string, DescribedTable>> = {
  conversation: {
    purpose: 'prowadzenie rozmowy',
    kept: withConversation,
    columns: {
      number: citizen('numer rozmowy dla ludzi'),
      id: conversationId,
      source: technical('kanał: strona urzędu, Messenger, inny kanał'),
      address: citizen(
        'adres rozmowy w kanale: na stronie numer losowy, na Messengerze numer osoby dla tej jednej strony',
      ),
      return_path: citizen('dokąd kanał odsyła odpowiedzi'),
      state: words('stan rozmowy: temat, propozycje, koniec ostatniej zamaskowanej wiadomości, kto odpowiada'),
      keeps_originals: technical('czy teraz zachowuje się zaszyfrowane oryginały'),
      stays_open: technical('czy ktoś jest winien odpowiedź'),
      person_at: technical('kiedy ostatnio brał udział pracownik'),
      last_seq: technical('liczba wiadomości'),
      opened_at: technical('początek'),
      active_at: technical('ostatnie zdarzenie'),
      closed_at: technical('zamknięcie'),
    },
  },
  inbox: {
    purpose: 'przyjęcie każdej wiadomości dokładnie raz',
    kept: settings => `nazwa zdarzenia ${settings.keyDays} dni; wiersz ${withConversation(settings)}`,
    columns: {
      id: technical('numer zdarzenia'),
      source: technical('kanał'),
      address: citizen('adres rozmowy w kanale'),
      external_id: citizen('nazwa zdarzenia nadana przez nadawcę'),
      conversation_id: conversationId,
      kind: technical('rodzaj zdarzenia'),
      is_awaited: technical('czy nadawca czeka na odpowiedź'),
      state: technical('przyjęte, załatwione albo porzucone'),
      attempts: technical('liczba prób'),
      retry_at: technical('następna próba'),
      accepted_at: technical('kiedy przyjęto'),
      done_at: technical('kiedy załatwiono'),
      detail: words('szczegóły zdarzenia, puste po jego załatwieniu'),
      refusal: staff('dlaczego zdarzenie niczego nie zmieniło, na przykład kto ma rozmowę'),
      is_forgotten: technical('czy nazwa zdarzenia została zastąpiona'),
    },
  },
  bare_event_key: {
    purpose: 'aby powtórzenie usuniętej wiadomości jej nie przywróciło, a prośba o usunięcie albo kopię działała raz',
    kept: ({ keyDays }) => `${keyDays} dni`,
    columns: {
      hash: technical('skrót nazwy zdarzenia, z którego nie da się odczytać ani osoby, ani treści'),
      accepted_at: technical('kiedy przyjęto'),
    },
  },
  message: {
    purpose: 'zapis rozmowy: odpowiedzi, pomoc pracownika, powrót na stronę',
    kept: withConversation,
    columns: {
      conversation_id: conversationId,
      seq: technical('kolejność w rozmowie'),
      event_id: technical('zdarzenie, z którym przyszła'),
      speaker: technical('obywatel, asystent albo pracownik'),
      body: words('treść, u obywatela zamaskowana'),
      sealed: original('zaszyfrowany oryginał; bez klucza nieczytelny'),
      explanation: technical('dlaczego asystent tak odpowiedział, bez treści pytania'),
      written_at: technical('kiedy'),
      clerk_id: staff('numer konta pracownika'),
      clerk_name: staff('nazwa pracownika, jak ją widzi obywatel'),
      is_for_clerks: technical('notatka wewnętrzna'),
    },
  },
  conversation_key: {
    purpose: 'odczyt oryginałów, póki pomaga pracownik',
    kept: () =>
      'do zakończenia rozmowy albo dobę po udziale pracownika, gdy nie ma otwartego zgłoszenia; poza kopiami zapasowymi',
    columns: { conversation_id: conversationId, key: original('klucz szyfrujący oryginały rozmowy') },
  },
  delivery: {
    purpose: 'doręczenie odpowiedzi do kanału',
    kept: settings => `niedostarczone ${settings.deadLetterDays} dni; inne ${withConversation(settings)}`,
    columns: {
      id: technical('numer doręczenia'),
      conversation_id: conversationId,
      seq: technical('która wiadomość'),
      state: technical('czeka, doręczona albo porzucona'),
      attempts: technical('liczba prób'),
      due_at: technical('następna próba'),
      epoch: technical('kto teraz wysyła'),
      leased_until: technical('do kiedy wysyła'),
      is_settled: technical('pracownik zajął się niedostarczoną'),
      is_noted: technical('administrator wie o niedostarczonej'),
      repair_since: technical('odkąd czeka na naprawę ustawień'),
    },
  },
  mail: {
    purpose: 'listy do wydziałów, do obywateli, którzy tego chcą, i do administratora',
    kept: settings =>
      `niedostarczone i ostrzeżenia dla administratora ${settings.deadLetterDays} dni; inne ${withConversation(settings)}`,
    columns: {
      id: technical('numer listu'),
      message_id: technical('nazwa listu'),
      conversation_id: conversationId,
      kind: technical('o czym jest'),
      ticket_number: citizen('numer zgłoszenia'),
      seq: technical('która wiadomość'),
      state: technical('czeka, wysłany albo porzucony'),
      attempts: technical('liczba prób'),
      due_at: technical('następna próba'),
      epoch: technical('kto teraz wysyła'),
      leased_until: technical('do kiedy wysyła'),
      is_settled: technical('pracownik zajął się niedostarczonym'),
      is_noted: technical('administrator wie o niedostarczonym'),
      repair_since: technical('odkąd czeka na naprawę ustawień'),
    },
  },
  chat: {
    purpose: 'rozmowa na stronie urzędu',
    kept: withConversation,
    columns: {
      conversation_id: conversationId,
      user_id: citizen('losowa nazwa w protokole'),
      origin: technical('adres strony, na której jest czat'),
      ended_at: technical('kiedy obywatel ją zakończył'),
    },
  },
  chat_key: {
    purpose: 'powrót do rozmowy z tego samego urządzenia',
    kept: withConversation,
    columns: {
      number: technical('kolejność'),
      hash: citizen('skrót klucza, który ma tylko przeglądarka'),
      conversation_id: conversationId,
      kind: technical('do powrotu albo do strumienia'),
      expires_at: technical('do kiedy ważny'),
    },
  },
  learning_record: {
    purpose: 'poprawianie odpowiedzi asystenta',
    kept: ({ learningDays }) => `${learningDays} dni`,
    columns: {
      conversation_id: conversationId,
      seq: technical('które pytanie'),
      question: words('zamaskowane pytanie'),
      decision: technical('co asystent zrobił'),
      reason: technical('dlaczego nie odpowiedział'),
      candidates: technical('tematy, które brał pod uwagę'),
      knowledge_version: technical('wersja bazy wiedzy'),
      rating: technical('czy odpowiedź pomogła'),
      written_at: technical('kiedy'),
    },
  },
  desk_conversation: {
    purpose: 'kolejka i rozmowy u pracowników',
    kept: withConversation,
    columns: {
      conversation_id: conversationId,
      kind: technical('kolejka, pracownik, zgłoszenie albo asystent'),
      department: technical('wydział'),
      topic: technical('temat z bazy wiedzy'),
      since: technical('od kiedy'),
      due_at: technical('do kiedy czeka'),
      clerk_id: staff('numer konta pracownika'),
      clerk_name: staff('nazwa pracownika'),
      epoch: technical('które przejęcie'),
      is_away: technical('czy strona pracownika milczy'),
      label: words('temat według pracownika'),
    },
  },
  ticket: {
    purpose: 'odpowiedź pracownika w późniejszym czasie',
    kept: ({ ticketDays }) => `${ticketDays} dni od zamknięcia, razem z danymi kontaktowymi`,
    columns: {
      number: citizen('numer zgłoszenia'),
      conversation_id: conversationId,
      department: technical('wydział'),
      opened_at: technical('otwarcie'),
      answer_by: technical('sposób odpowiedzi'),
      contact: contact('adres e-mail albo telefon, jeśli obywatel go podał'),
      closed_at: technical('zamknięcie'),
    },
  },
  clerk_rating: {
    purpose: 'ocena rozmowy z pracownikiem',
    kept: withConversation,
    columns: {
      id: technical('numer oceny'),
      conversation_id: conversationId,
      clerk_id: staff('numer konta ocenianego pracownika'),
      stars: staff('ocena od 1 do 5'),
      comment: words('zamaskowany komentarz obywatela z formularza'),
      comment_seq: technical('która wiadomość jest komentarzem'),
      rated_at: technical('kiedy'),
    },
  },
  hold: {
    purpose: 'wstrzymanie usunięcia rozmowy, która jest potrzebna jako dowód',
    kept: () => 'do zakończenia wstrzymania',
    columns: {
      conversation_id: conversationId,
      reason: technical('powód, bez danych osobowych'),
      since: technical('od kiedy'),
    },
  },
  clerk_presence: {
    purpose: 'przydział rozmów obecnym pracownikom',
    kept: () => 'ostatni stan każdego pracownika',
    columns: {
      clerk_id: staff('numer konta'),
      name: staff('nazwa'),
      presence: staff('wolny, zajęty albo nieobecny'),
      departments: staff('wydziały'),
      last_seen: staff('kiedy strona ostatnio dała znać'),
    },
  },
  desk_department: {
    purpose: 'godziny i adresy wydziałów',
    kept: () => 'do zmiany',
    columns: {
      department: technical('wydział'),
      hours: technical('godziny'),
      mail: technical('adres e-mail wydziału'),
    },
  },
  number_gone: {
    purpose: 'aby numeru usuniętej rozmowy nie dostał nikt inny',
    kept: () => 'stale, bez treści',
    columns: { only_row: technical('zawsze 1'), number: technical('najwyższy numer usuniętej rozmowy') },
  },
  desk_read: {
    purpose: 'rozliczalność: kto czytał którą rozmowę',
    kept: ({ auditDays }) => `${auditDays} dni`,
    columns: {
      id: technical('numer wpisu'),
      clerk_id: staff('numer konta pracownika'),
      conversation_id: conversationId,
      what: technical('rozmowa, oryginał, kontakt albo wyszukiwanie (bez szukanych słów)'),
      read_at: staff('kiedy'),
    },
  },
  account: {
    purpose: 'dostęp pracowników do panelu',
    kept: withAccount,
    columns: {
      id: staff('numer konta'),
      login: staff('login'),
      subject: staff('numer u dostawcy kont urzędu'),
      name: staff('nazwa'),
      roles: staff('role'),
      departments: staff('wydziały'),
      password_hash: staff('skrót hasła'),
      is_disabled: staff('czy wyłączone'),
      created_at: staff('kiedy utworzono'),
    },
  },
  session: {
    purpose: 'zalogowanie pracownika',
    kept: () => 'do końca sesji',
    columns: {
      hash: staff('skrót klucza, który ma tylko przeglądarka'),
      account_id: staff('numer konta'),
      opened_at: staff('początek'),
      seen_at: staff('ostatnie użycie'),
    },
  },
  invitation: {
    purpose: 'jednorazowy odnośnik do ustawienia hasła',
    kept: () => 'do użycia albo do końca ważności',
    columns: {
      hash: staff('skrót klucza z odnośnika'),
      account_id: staff('numer konta'),
      expires_at: technical('do kiedy ważny'),
    },
  },
  ready_answer: {
    purpose: 'własne gotowe odpowiedzi pracownika',
    kept: withAccount,
    columns: {
      id: technical('numer'),
      account_id: staff('numer konta'),
      title: staff('tytuł'),
      body: staff('tekst, który pracownik przygotował'),
    },
  },
  audit_entry: {
    purpose: 'rozliczalność: logowania, zmiany kont, usunięcia, odmowy',
    kept: ({ auditDays }) => `${auditDays} dni`,
    columns: {
      number: technical('numer wpisu'),
      at: technical('kiedy'),
      actor: staff('kto'),
      action: technical('co zrobił'),
      subject: citizen('numer konta albo rozmowy'),
      detail: technical('szczegóły w słowach programu'),
      hash: technical('skrót wpisu i poprzedniego'),
    },
  },
  audit_head: {
    purpose: 'niezmienność dziennika audytu',
    kept: always,
    columns: {
      only_row: technical('zawsze 1'),
      number: technical('numer najnowszego wpisu'),
      hash: technical('jego skrót'),
    },
  },
  retention_run: {
    purpose: 'usuwanie po upływie okresu, strażnik zegara',
    kept: always,
    columns: {
      only_row: technical('zawsze 1'),
      ran_at: technical('kiedy ostatnio usuwano'),
      clock_at: technical('co ostatnio wskazywał zegar'),
    },
  },
  service_lock: {
    purpose: 'jedna usługa dla jednego pliku',
    kept: always,
    columns: {
      only_row: technical('zawsze 1'),
      holder: technical('losowa nazwa usługi'),
      process_id: technical('numer procesu'),
      host: technical('nazwa komputera'),
      started_at: technical('kiedy ruszyła'),
      seen_at: technical('kiedy ostatnio dała znać'),
    },
  },
  schema_version: {
    purpose: 'wersja schematu bazy',
    kept: () => 'stale',
    columns: { version: technical('numer wersji') },
  },
}
