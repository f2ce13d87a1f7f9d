import type { DeskDepartment } from './account.ts'
import type { PasswordProblem } from './password-problem.ts'
import { LEAST_PASSWORD_CHARACTERS, MOST_PASSWORD_CHARACTERS } from './password-problem.ts'
import type { Role } from './role.ts'

/** Every sentence of the pages around signing in. One-letter words are joined to the next by a no-break space. */
export const TEXTS = {
  desk: 'Panel pracownika',
  skip: 'Przejdź do treści',
  signIn: 'Zaloguj się',
  signInByOrganisation: 'Zaloguj się kontem urzędu',
  or: 'albo hasłem do panelu',
  login: 'Login',
  password: 'Hasło',
  newPassword: 'Nowe hasło',
  newPasswordAgain: 'Powtórz nowe hasło',
  oldPassword: 'Obecne hasło',
  fullName: 'Imię i\u00a0nazwisko',
  fullNameHint: 'Tak zobaczą cię inni pracownicy i\u00a0mieszkańcy.',
  loginHint: 'Małe litery bez polskich znaków, cyfry, kropka lub myślnik. Na przykład: anna.nowak',
  passwordHint: `Co najmniej ${LEAST_PASSWORD_CHARACTERS}\u00a0znaków. Najlepiej kilka słów, które nie mają ze sobą związku. Możesz wkleić hasło z\u00a0menedżera haseł.`,
  forgotten: 'Nie pamiętasz hasła? Poproś administratora o\u00a0nowy link.',
  refused: 'Login lub hasło się nie zgadza. Sprawdź, czy nie jest włączony Caps Lock, i\u00a0spróbuj jeszcze raz.',
  tooOften: (minutes: number) =>
    `Za dużo prób. Spróbuj ponownie za ${minutes}\u00a0min. Jeśli nie pamiętasz hasła, poproś administratora o\u00a0nowy link.`,
  busyTitle: 'Spróbuj za chwilę',
  busy: 'Teraz loguje się wiele osób. Spróbuj ponownie za chwilę.',
  signedOut: 'Nie jesteś już w\u00a0panelu. Aby wrócić, zaloguj się.',
  expired: 'Sesja się skończyła. Zaloguj się ponownie, a\u00a0wrócisz do pracy.',
  firstTitle: 'Utwórz konto administratora',
  firstLead: 'To pierwsze konto w\u00a0tym panelu. Dzięki niemu dodasz pozostałych pracowników.',
  create: 'Utwórz konto',
  inviteTitle: 'Ustaw hasło',
  inviteLead: 'Tym loginem i\u00a0nowym hasłem będziesz się logować do panelu.',
  setPassword: 'Ustaw hasło',
  voidTitle: 'Ten link już nie działa',
  void: 'Link działa tylko raz i\u00a0tylko przez pewien czas. Poproś administratora o\u00a0nowy. Jeśli nie ma jeszcze żadnego konta, uruchom usługę ponownie: wypisze nowy link.',
  goToSignIn: 'Przejdź do logowania',
  account: 'Twoje konto',
  backToDesk: 'Wróć do panelu',
  roles: 'Role',
  departments: 'Wydziały',
  none: 'brak',
  changePassword: 'Zmień hasło',
  passwordChanged: 'Hasło zmienione. Inne urządzenia muszą zalogować się ponownie.',
  organisationAccount:
    'Logujesz się kontem urzędu, więc hasło zmienisz tam, gdzie zmieniasz je do komputera w\u00a0pracy.',
  signOut: 'Wyloguj się',
  wrongOldPassword: 'Obecne hasło się nie zgadza. Wpisz je jeszcze raz.',
  badLogin: 'Login ma od 2 do 64\u00a0znaków: małe litery bez polskich znaków, cyfry, kropka, myślnik. Popraw go.',
  badName: 'Wpisz imię i\u00a0nazwisko, od 2 do 80\u00a0znaków.',
  missing: 'Uzupełnij to pole.',
  errorTitle: 'Błąd: ',
  errorSummary: 'Popraw dane',
  crossSiteTitle: 'Nie udało się wysłać formularza',
  crossSite:
    'Strona była otwarta zbyt długo albo formularz przyszedł z\u00a0innego adresu. Otwórz ją ponownie i\u00a0spróbuj jeszcze raz.',
  tooLarge: 'Formularz jest za duży. Otwórz stronę ponownie i\u00a0wpisz krótsze dane.',
  insecureTitle: 'Panel wymaga bezpiecznego połączenia',
  insecure:
    'Ten adres nie zaczyna się od https, więc hasło mógłby odczytać ktoś w\u00a0sieci. Administrator usługi musi ustawić PUBLIC_URL na adres https.',
  brokenTitle: 'Coś nie działa po naszej stronie',
  broken: (id: string) => `Spróbuj ponownie za chwilę. Jeśli to się powtórzy, podaj administratorowi ten numer: ${id}`,
  noRoleTitle: 'To konto nie ma dostępu do panelu',
  noRole:
    'Zalogowanie się powiodło, ale konto nie ma żadnej roli w\u00a0panelu. Poproś administratora o\u00a0nadanie roli.',
  organisationFailedTitle: 'Nie udało się zalogować kontem urzędu',
  organisationFailed: 'Zacznij logowanie od nowa. Jeśli to się powtórzy, powiadom administratora.',
} as const

export const PROBLEM_TEXTS: Readonly<Record<PasswordProblem, string>> = {
  'too-short': `Hasło jest za krótkie. Wpisz co najmniej ${LEAST_PASSWORD_CHARACTERS}\u00a0znaków.`,
  'too-long': `Hasło jest za długie. Wpisz najwyżej ${MOST_PASSWORD_CHARACTERS}\u00a0znaków.`,
  'too-common': 'Takie hasło łatwo odgadnąć, bo składa się z\u00a0popularnych słów lub twoich danych. Wymyśl inne.',
  differs: 'Hasła nie są takie same. Wpisz nowe hasło dwa razy.',
}

export const ROLE_TEXTS: Readonly<Record<Role, string>> = {
  clerk: 'pracownik',
  editor: 'redaktor',
  supervisor: 'przełożony',
  administrator: 'administrator',
  auditor: 'audytor',
}

export const DEPARTMENT_TEXTS: Readonly<Record<DeskDepartment, string>> = {
  transport: 'komunikacja i\u00a0transport',
  building: 'budownictwo',
  geodesy: 'geodezja',
  environment: 'środowisko',
  citizens: 'sprawy obywatelskie',
}
