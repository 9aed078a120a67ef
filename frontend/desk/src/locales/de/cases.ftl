# Fälle: die Tafel, ein Fall, und wie bald wir uns melden
cases-nav = Fälle
cases-title = Fälle
cases-one = Fall
cases-lead = Alle, die unzufrieden waren oder um Kontakt gebeten haben, und wer sich kümmert.
cases-lead-mine = { $address ->
    [informal] Deine Kunden, die unzufrieden waren oder um Kontakt gebeten haben.
   *[formal] Ihre Kunden, die unzufrieden waren oder um Kontakt gebeten haben.
  }
cases-report = Wie bald wir uns melden
cases-today = Heute
cases-today-none = Heute ist nichts fällig.
cases-today-some = { $late ->
    [0] { $today } heute fällig.
   *[other] { $today ->
    [0] { $late } überfällig.
   *[other] { $late } überfällig, { $today } heute fällig.
  }
  }
cases-today-more = Es sind mehr; auf der Tafel stehen alle.
cases-as = Zeigen als
cases-as-board = Tafel
cases-as-list = Liste
cases-column-to_contact = Zu kontaktieren
cases-column-contacted = Kontaktiert
cases-column-over = Zuletzt abgeschlossen
cases-none-to_contact = Niemand wartet auf Kontakt
cases-none-contacted = Nichts wartet auf den Abschluss
cases-none-over = Nichts wurde abgeschlossen
cases-escalated-to-you = Hierher eskaliert
cases-escalated-here = hierher eskaliert
cases-escalated-to = eskaliert an { $who }
cases-escalated-since = Überfällig: { $who } wurde verständigt, { $when }
cases-looked-until = Bisher nichts gefunden, bis { $when }.
cases-whose = Wessen
cases-whose-mine = Meine eigenen
cases-whose-escalated = An mich eskaliert
cases-wish = Kontakt
cases-wishes-phone = möchte angerufen werden
cases-wishes-mail = möchte eine E-Mail
cases-wishes-no = kein Kontakt gewünscht
cases-time = Frist
cases-only-late = Nur überfällige
cases-besides = Außerdem
cases-yours = Eigener Fall

cases-when-today = heute, { $time } Uhr
cases-when-tomorrow = morgen, { $time } Uhr
cases-when-yesterday = gestern, { $time } Uhr
cases-when-day = { $date }, { $time } Uhr
cases-standing-due = Melden bis { $when }
cases-standing-look = Nachgehen bis { $when }
cases-standing-overdue = Überfällig seit { $when }
cases-standing-contacted = Kontakt aufgenommen: { $when }
cases-standing-looked = Der Sache nachgegangen: { $when }
cases-standing-solved = Gelöst, abgeschlossen: { $when }
cases-standing-not_solved = Nicht gelöst, abgeschlossen: { $when }
cases-standing-no_answer = Niemanden erreicht, abgeschlossen: { $when }

cases-ticket = Ticket { $ticket }
cases-contact = Die Person
cases-words = Was gesagt wurde
cases-said-why = Der Grund
cases-said-better = Was besser werden soll
cases-drivers = Darum geht es
cases-quote = Darf ohne Namen zitiert werden.
cases-answer = Diese Antwort
cases-joined = Außerdem im selben Fall
cases-responsible = Verantwortlich: { $who }
cases-complaint = Beschwerde über
cases-wish-phone = Möchte angerufen werden.
cases-wish-mail = Möchte eine E-Mail.
cases-wish-no = Möchte nicht kontaktiert werden. Bitte der Sache nachgehen, ohne anzurufen oder zu schreiben.
cases-wish-open = Hat offengelassen, auf welchem Weg.
cases-no-phone = Es ist keine Telefonnummer bekannt.
cases-call = { $phone } anrufen
cases-write = An { $email } schreiben
cases-cause-was = Es lag an: { $cause }
cases-again = Wird um den { $date } herum noch einmal gefragt.
cases-asked-again = Noch einmal gefragt am { $date }, bisher ohne Antwort.
cases-said-again = Noch einmal gefragt am { $date }:

cases-work = Was zu tun ist
cases-do-contacted = Ich habe mich gemeldet
cases-do-looked = Ich bin der Sache nachgegangen
cases-do-note = Notiz hinzufügen
cases-do-close = Abschließen
cases-do-hand_over = Übergeben
cases-do-reopen = Wieder öffnen
cases-note-contacted = Notiz (freiwillig)
cases-note-note = Notiz
cases-note-close = Was getan und was versprochen wurde
cases-note-close-hint = Wer sich beim nächsten Fall um diesen Kunden kümmert, liest das zuerst.
cases-note-hand_over = Warum
cases-note-reopen = Warum der Fall wieder offen ist
cases-cause = Woran es lag
cases-cause-other = Etwas anderes
cases-cause-own = In wenigen Worten
cases-outcome = Wie es ausging
cases-outcome-solved = Gelöst
cases-outcome-not_solved = Nicht gelöst
cases-outcome-no_answer = Niemanden erreicht
cases-recheck = In { $days } Tagen noch einmal fragen, ob es besser ist
cases-recheck-day = Morgen noch einmal fragen, ob es besser ist
cases-to = An wen
cases-to-other = Eine andere Adresse
cases-to-email = Adresse
cases-to-hint = Jemand von { $company }; die Worte des Kunden gehen per E-Mail dorthin.
cases-sure = Der Fall geht an { $to }, mit den Worten des Kunden.
cases-save-contacted = Kontakt festhalten
cases-save-looked = Festhalten
cases-save-note = Notiz speichern
cases-save-close = Fall abschließen
cases-save-hand_over = Fall übergeben
cases-save-reopen = Fall wieder öffnen
cases-needs-note = Hier fehlen noch ein paar Worte.
cases-needs-cause = Bitte angeben, woran es lag.
cases-needs-outcome = Bitte angeben, wie es ausging.
cases-needs-to = Bitte angeben, an wen.
cases-needs-sure = Bitte die Adresse bestätigen.
cases-too-long = { $signs } Zeichen; { $most } passen.
cases-refused-note = Dieser Text wurde nicht angenommen. Er darf 2.000 Zeichen haben; ein Fall mit sehr vielen Notizen nimmt keine weiteren auf und lässt sich nur noch abschließen.
cases-refused-cause = Das wurde nicht angenommen. Es darf 60 Zeichen haben.
cases-refused-outcome = Bitte eines davon auswählen.
cases-refused-to = Ein Fall lässt sich nur im eigenen Haus übergeben, und nicht an die Person, die ihn schon hat.
cases-saved-contacted = Gespeichert. Jetzt fehlt nur noch der Abschluss.
cases-saved-note = Die Notiz ist gespeichert.
cases-saved-close = Der Fall ist abgeschlossen.
cases-saved-hand_over = Übergeben an { $to }.
cases-saved-reopen = Der Fall ist wieder offen.
cases-unsaved-offline = Nicht gespeichert: Es besteht keine Verbindung. Der Text bleibt hier stehen; bitte noch einmal versuchen, sobald sie wieder da ist.
cases-unsaved-failed = Noch nicht gespeichert. Der Text bleibt hier stehen; bitte gleich noch einmal versuchen.
cases-unsaved-refused = Nicht gespeichert: Das konnte so nicht angenommen werden. Bitte ändern oder die Seite neu laden.
cases-unsaved-handed = Nicht gespeichert: Um diesen Fall kümmert sich inzwischen jemand anderes. Der Text bleibt hier stehen.
cases-unsaved-conflict = Nicht gespeichert: Jemand hat diesen Fall inzwischen geändert. Er steht hier, wie er jetzt ist; der Text ist noch da.
cases-unsaved-given = Nicht gespeichert: Jemand anderes hat diesen Fall inzwischen übergeben. Er steht hier, wie er jetzt ist; der Text ist noch da.
cases-passed = Übergeben an { $to }
cases-passed-why = Dorthin geht eine E-Mail mit den Worten des Kunden. Hier ist dieser Fall nicht mehr zu sehen.
cases-to-board = Zu den Fällen

cases-promised = Was früher versprochen wurde
cases-commitments = Was wir deswegen tun
cases-commitments-why = Zusagen zu dem, was gesagt wurde: gut zu wissen vor einem Anruf.
cases-commitment-heard = gehört
cases-commitment-planned = geplant
cases-commitment-in_progress = in Arbeit
cases-commitment-done = erledigt
cases-commitment-declined = abgelehnt
cases-unconfirmed = Nicht bestätigt, nicht gezählt
cases-unconfirmed-why = Jemand, oder ein Virenscanner, hat den Link zu einer niedrigen Bewertung geöffnet; ein Mensch war auf der Seite nicht zu erkennen. Die Bewertung gehört nicht zu diesem Fall, aber danach zu fragen lohnt sich.
cases-reason-several_scores = zwei verschiedene Bewertungen wurden geöffnet
cases-reason-too_soon = geöffnet wenige Minuten nach der Zustellung, wenn E-Mails geprüft werden
cases-reason-sent_too_soon = abgeschickt weniger als eine Minute nach der Zustellung
cases-reason-too_short = die Seite war keine fünf Sekunden lang zu sehen
cases-reason-no_gesture = niemand hat die Seite berührt, und das verlangen unsere Regeln
cases-history = Frühere Bewertungen
cases-changes = Was bisher geschah
cases-change-opened = Eröffnet
cases-change-joined = Eine weitere Antwort kam dazu
cases-change-reopened = Wieder geöffnet
cases-change-contacted = Kontakt zum Kunden
cases-change-looked = Der Sache nachgegangen
cases-change-either = Kontakt aufgenommen oder der Sache nachgegangen
cases-change-noted = Notiz
cases-change-handed_over = Übergeben an { $to }
cases-change-closed = Abgeschlossen
cases-told = Wer verständigt wurde
cases-notice-alert = Über eine Antwort
cases-notice-handed_over = Über die Übergabe
cases-notice-reminder = Erinnerung vor der Frist
cases-notice-escalation = Dass der Fall überfällig ist
cases-notice-undelivered = Dass E-Mails nicht ankommen
cases-mail-to = E-Mail an { $to }
cases-mail-to-owner = E-Mail an die dann zuständige Person
cases-mail-to-deputy = E-Mail an die Vertretung
cases-notice-state-waiting = steht noch aus
cases-notice-state-sending = unterwegs
cases-notice-state-sent = verschickt
cases-notice-state-unknown = vielleicht verschickt
cases-notice-state-failed = nicht angekommen
cases-notice-state-dropped = nicht nötig
cases-because-contacted = jemand hat sich gemeldet
cases-because-closed = der Fall ist abgeschlossen
cases-because-newer = seither hat sich etwas geändert
cases-because-overdue = die Frist ist vorbei
cases-because-handed_over = jemand anderes ist zuständig
cases-because-erased = die Angaben wurden gelöscht
cases-because-channel_gone = diesen Weg gibt es nicht mehr

cases-report-lead = Die Fälle, die in einem Monat oder Quartal eröffnet wurden, und was daraus geworden ist.
cases-report-lead-own = Die eigenen und die hierher eskalierten Fälle, die in einem Monat oder Quartal eröffnet wurden, und was daraus geworden ist.
cases-report-of = Fälle, die in diesen Tagen eröffnet wurden
cases-report-none = In diesen Tagen wurde kein Fall eröffnet
cases-report-cut = Es gibt mehr Fälle, als auf einmal gelesen werden. Diese Zahlen gelten für einen Teil davon: bitte einen späteren Zeitraum wählen, oder die Kommandozeile für alle.
cases-quarter = { $n }. Quartal { $year }
cases-opened = { $n ->
    [one] Fall eröffnet
   *[other] Fälle eröffnet
  }
cases-reopened = { $n ->
    [one] einer wurde wieder geöffnet
   *[other] { $n }-mal wieder geöffnet
  }
cases-in-time = rechtzeitig kontaktiert
cases-of-likely = { $part } von { $whole }, wahrscheinlich zwischen { $low } und { $high }
cases-days = { $n ->
    [one] Arbeitstag bis zum ersten Kontakt, in der Hälfte der Fälle
   *[other] Arbeitstage bis zum ersten Kontakt, in der Hälfte der Fälle
  }
cases-days-ninth = neun von zehn innerhalb von { $n }
cases-late-now = jetzt überfällig
cases-still-waiting = { $n } weitere warten und haben noch Zeit
cases-soon = Wie bald wir uns melden
cases-soon-note = { $n ->
    [one] Zugesagt: innerhalb eines Arbeitstags der zuständigen Person.
   *[other] Zugesagt: innerhalb von { $n } Arbeitstagen der zuständigen Person.
  }
cases-bar = Arbeitstage
cases-bar-n = Fälle
cases-bar-waiting = noch niemand
cases-by-the-clock = Nach der Uhr, mit Nächten und Wochenenden: die Hälfte innerhalb von { $time }.
cases-each-time = Was wieder geöffnet wurde, zählt bei allem, was sagt, wie bald, jedes Mal neu: { $n } insgesamt.
cases-hours = { $n ->
    [one] einer Stunde
   *[other] { $n } Stunden
  }
cases-under-an-hour = einer Stunde
cases-full-days = { $n } Tagen
cases-ended = Wie sie ausgingen
cases-ended-note = Jeder Fall einmal, nach seinem heutigen Stand.
cases-ended-unknown = Vorbei, ohne Angabe wie
cases-open-still = Noch offen
cases-to-close = Zur Hälfte abgeschlossen innerhalb von
cases-won = Zurückgewonnen
cases-won-note = Detraktoren, die nach dem Abschluss ihres Falls noch einmal gefragt wurden.
cases-won-hidden = Nicht gezeigt: Was eine Person erreicht hat, steht auf mindestens 10 Antworten.
cases-won-unknown = Nicht bekannt: In diesem Programm wird niemand noch einmal gefragt.
cases-won-none = Noch niemand hat noch einmal geantwortet.
cases-moved = von denen, die geantwortet haben, sind keine Detraktoren mehr
cases-part = { $part } von { $whole }
cases-few = Das sind wenige Antworten: einige mehr könnten es ändern.
cases-asked-n = { $asked } von { $of } Detraktoren wurden noch einmal gefragt, { $waits } werden es noch.
cases-causes = Woran es lag
cases-causes-note = Von denen, die abgeschlossen sind.
cases-closed-n = Abgeschlossen
cases-before = Früher eröffnet und noch offen: { $open }, davon { $late } überfällig. Sie zählen hier nirgends mit.
