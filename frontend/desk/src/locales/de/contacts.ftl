# Kontakte: finden, erklären, ändern, und aus einer Liste übernehmen
contacts-nav = Kontakte
contacts-title = Kontakte
contacts-lead = Eine Person über die eigene Nummer oder die Mailadresse finden.
contacts-who = Nummer oder Mailadresse
contacts-who-hint = Genau wie in der Kontaktliste; Großbuchstaben in Adressen machen keinen Unterschied. Namen werden nicht durchsucht.
contacts-by-account = Stattdessen die Personen eines Kunden ansehen
contacts-nobody = Niemand hat { $who }
contacts-nobody-why = Schreibweise prüfen oder die Personen des Kunden ansehen.
contacts-found = { $n } gefunden
contacts-own-id = Eigene Nummer
contacts-by-ticket = (keine: durch ein Ticket bekannt)
contacts-role = Rolle
contacts-role-relationship = wird zur Beziehung gefragt
contacts-role-user = wird nur zu Tickets gefragt
contacts-person = Person
contacts-email = Mail
contacts-phone = Telefon
contacts-account-since = Kunde seit
contacts-contact-since = Kontakt seit
contacts-renewal = Verlängerung
contacts-locale = Sprache
contacts-time-zone = Zeitzone
contacts-first-seen = Sayso bekannt seit
contacts-asked = Was gesendet wurde und was wartet
contacts-answers = Antworten
contacts-cases = Fälle
contacts-no-answers = Keine Antworten
contacts-no-cases = Keine Fälle
contacts-nothing-asked = Nichts wurde gesendet, und nichts ist geplant
contacts-ticket = Ticket { $ticket }
contacts-planned = Geplant für
contacts-mails = Mails
contacts-mail-at = { $mail }, { $at }
contacts-mail-first = erste Mail
contacts-mail-reminder = Erinnerung
contacts-mail-reminder_2 = zweite Erinnerung
contacts-mail-reminder_3 = dritte Erinnerung
contacts-mail-delivered = zugestellt
contacts-mail-sent = gesendet, Zustellung nicht gemeldet
contacts-mail-sending = wird gesendet
contacts-mail-unknown = vielleicht gesendet
contacts-mail-failed = abgelehnt
contacts-state-waiting = wartet
contacts-state-sending = wird gesendet
contacts-state-sent = gesendet
contacts-state-answered = beantwortet
contacts-state-expired = abgelaufen
contacts-state-skipped = übersprungen
contacts-state-cancelled = zurückgenommen
contacts-state-failed = fehlgeschlagen

contacts-whether = Wird an diese Person geschrieben?
contacts-is-asked = Auf Dauer spricht nichts dagegen.
contacts-do-not-ask = Nicht fragen
contacts-do-not-ask-list = Die Kontaktliste sagt das; dort wird es geändert.
contacts-list-matter = Ob jemand überhaupt gefragt wird (do_not_ask), sagt die Kontaktliste, nicht diese Seite.
contacts-suppressed = Wird nicht angeschrieben
contacts-suppressed-why = { $reason }, seit { $day }
contacts-suppressed-by = ({ $who })
contacts-same-address = { $n } andere teilen diese Adresse; was für sie gilt, gilt auch für diese.
contacts-former-wish = Das wurde unter einer früheren Adresse gesagt und gilt weiter.
contacts-suppress = Diese Adresse nicht mehr anschreiben
contacts-suppress-do = Adresse sperren
contacts-suppress-reason = Grund
contacts-suppressed-now = Die Adresse wird nicht mehr angeschrieben.
contacts-why-by_hand = Unsere Entscheidung
contacts-why-unsubscribed = Die Person wollte keine Mails mehr
contacts-why-bounced = Die Adresse gibt es nicht
contacts-why-complained = Die Person hat eine Mail als Spam gemeldet
contacts-lift = Diese Adresse wieder anschreiben
contacts-lift-do = Adresse freigeben
contacts-lift-light = Was dann ansteht, geht wie geplant hinaus.
contacts-lift-sure = Die Person hat selbst darum gebeten
contacts-lifted = Die Adresse darf wieder angeschrieben werden.
contacts-lifted-but = Das ist aufgehoben, aber die Person wollte keine Mails mehr, und das bleibt; ein zweites Freigeben hebt auch das auf.

contacts-data = Daten der Person
contacts-export-say = Alles, was über diese Person gespeichert ist, als Datei für sie. Dass sie erstellt wurde, steht unter Änderungen.
contacts-export = Alles Gespeicherte sichern
contacts-exported = Die Datei ist gesichert. Sie handelt von einer Person: nach der Übergabe löschen.
contacts-erase-say = Löschen entfernt Name, Adresse und Worte; der anonyme Wert bleibt, und die Adresse wird nie mehr angeschrieben. Die Person auch aus der eigenen Liste nehmen.
contacts-erase-typed = Zum Löschen { $what } eintippen
contacts-erase = Diese Person löschen
contacts-erase-sure = { $who } wird gelöscht. Das lässt sich nicht rückgängig machen.
contacts-erase-shared = Auch { $n } andere mit derselben Adresse werden dann nicht mehr angeschrieben.
contacts-erased = Die Person ist gelöscht. Die Werte bleiben und nennen niemanden.

contacts-why = Warum wurde diese Person gefragt oder nicht?
contacts-why-note = Stand dieses Moments. Zeiten sind die des Unternehmens.
contacts-next = Was als Nächstes kommt
contacts-stories = Was aus jeder Einladung wurde
contacts-news = Was ihnen über die Folgen mitgeteilt wird
contacts-story-planned = { $survey }, geplant für { $day }
contacts-story-brought = { $survey }, vorgezogen auf { $day }
contacts-story-about = { $survey }: { $subject }
contacts-fact-who = Gefragt wird { $asked ->
    [relationship_tickets] zur Beziehung und zu Tickets
    [relationship_events] zur Beziehung, zu Tickets und anderen Anlässen
    [relationship] nur zur Beziehung
    [tickets] nur zu Tickets
    [events] nur zu Tickets und anderen Anlässen
   *[nothing] nichts
  }.
contacts-fact-dates = Beginn am { $began }; Sayso bekannt seit { $at }; Zeitzone { $zone }.
contacts-fact-dates_unknown = Der Beginn ist nicht bekannt; Sayso bekannt seit { $at }; Zeitzone { $zone }.
contacts-fact-do_not_ask = Wird nichts gefragt: so sagt es die Kontaktliste.
contacts-fact-suppressed = Die Adresse ist seit { $at } gesperrt: { $reason }. Es wird nichts dorthin gesendet.
contacts-fact-was_suppressed = Die Adresse war von { $at } bis { $until } gesperrt: { $reason }.
contacts-fact-hold = Der Kunde ist bis { $until } pausiert, so { $by } am { $at }: { $why }
contacts-fact-open_follow_up = { $by } kümmert sich seit { $at } noch um eine frühere Antwort; bis dahin wird nichts gesendet.
contacts-fact-open_follow_up_of_somebody = Jemand kümmert sich noch um eine frühere Antwort; bis dahin wird nichts gesendet.
contacts-fact-paused = Alles ist seit { $at } angehalten, von { $by }: { $why }
contacts-fact-stopped = Im Moment geht an niemanden etwas hinaus: { $reason }.
contacts-fact-daily_limit = Heute geht nichts mehr hinaus: die Grenze von { $limit } Mails ist erreicht.
contacts-fact-mail_failed = Die { $mail } wurde am { $at } vom Mailversand abgelehnt: { $why }.
contacts-fact-mail_delivered = Die { $mail } ging am { $at }{ $again ->
    [yes] {" "}zum zweiten Mal
   *[no] {""}
  } hinaus und kam am { $delivered } an.
contacts-fact-mail_sent = Die { $mail } ging am { $at }{ $again ->
    [yes] {" "}zum zweiten Mal
   *[no] {""}
  } hinaus; von der Zustellung war nichts zu hören.
contacts-fact-mail_sending = Die { $mail } wird gerade übergeben.
contacts-fact-mail_unknown = Die { $mail } ging am { $at }{ $again ->
    [yes] {" "}zum zweiten Mal
   *[no] {""}
  } vielleicht hinaus: niemand weiß es.
contacts-fact-answered = Die Person hat geantwortet.
contacts-fact-over = Es ist vorbei: { $reason }.
contacts-fact-nothing_sent = { $state ->
    [skipped] Übersprungen
    [cancelled] Zurückgenommen
    [failed] Fehlgeschlagen
   *[expired] Abgelaufen
  }, und nichts wurde gesendet: { $reason }.
contacts-fact-unknown_survey = Das Programm hat diese Befragung nicht mehr.
contacts-fact-open = Bis { $until } wird eine Antwort angenommen.
contacts-fact-no_reminder = Es geht keine Erinnerung hinaus: { $reason }.
contacts-fact-resend = Sie wird am { $at } erneut gesendet.
contacts-fact-settle = Am { $at } wird wieder nachgesehen.
contacts-fact-waits_looked_at = Die { $mail } wartet: { $reason }; ob das noch gilt, wird am { $until } geprüft.
contacts-fact-waits = Die { $mail } wartet bis { $until }{ $because }.
contacts-because = : { $reason }
contacts-fact-will_not_go = Nach jetzigem Stand geht sie dann nicht hinaus: { $reason }.
contacts-fact-will_wait = Nach jetzigem Stand geht sie dann nicht hinaus, sondern wartet weiter: { $reason }.
contacts-fact-due_will_not_go = Die { $mail } ist seit { $at } fällig und geht nicht hinaus: { $reason }.
contacts-fact-due_waits = Die { $mail } ist seit { $at } fällig und wartet: { $reason }.
contacts-fact-due_stopped = Die { $mail } ist seit { $at } fällig; sie wartet nur deshalb: { $reason }.
contacts-fact-due = Die { $mail } ist seit { $at } fällig und geht beim nächsten Lauf hinaus.
contacts-fact-answer_waits = Geöffnet am { $at }; wird noch geklärt: { $reasons }.
contacts-fact-answer_not_confirmed = Geöffnet am { $at }; nicht bestätigt und zählt nicht: { $reasons }.
contacts-fact-answer_accepted = { $by } hat die Antwort am { $at } angenommen. { $why }
contacts-fact-answer_rejected = { $by } hat die Antwort am { $at } abgelehnt. { $why }
contacts-fact-next_do_not_ask = { $survey }: wird nicht gefragt, so sagt es die Kontaktliste.
contacts-fact-next_user = { $survey }: nicht geplant, da diese Person nur zu Tickets gefragt wird.
contacts-fact-next_after_open = { $survey }: am { $day }, geplant sobald die vorige beendet ist.
contacts-fact-next_once = { $survey }: wird einmal gefragt, und das ist schon geschehen.
contacts-fact-next_not_planned_yet = { $survey }: am { $day }; wird gerade geplant.
contacts-fact-next_overdue = { $survey }: fällig seit { $day }, siehe unten.
contacts-fact-next_suppressed = { $survey }: am { $day }; nach jetzigem Stand wird sie übersprungen, die Adresse ist gesperrt.
contacts-fact-next_on = { $survey }: am { $day }.
contacts-fact-next_goes = { $survey }: geplant für { $day }, geht am { $goes } hinaus.
contacts-fact-next_will_not_go = { $survey }: geplant für { $day }, geht dann nicht hinaus, siehe unten.
contacts-fact-next_waits = { $survey }: geplant für { $day }, wartet, siehe unten.
contacts-fact-next_no_dates = { $survey }: nicht geplant, da der Beginn nicht bekannt ist.
contacts-fact-next_far = { $survey }: nicht geplant, der Beginn ({ $day }) liegt zu weit voraus.
contacts-fact-next_no_date = { $survey }: nicht geplant.
contacts-fact-next_existing_base = { $survey }: nicht geplant, sie ist für Neue. Ihr Tag, { $day }, war vorbei, als Sayso am { $seen } von der Person erfuhr.
contacts-fact-event_never_ask = { $survey }: wird nie gefragt, die Adresse ist eine eigene oder aus einer genannten Domain.
contacts-fact-event_suppressed = { $survey }: wird nicht gefragt, die Adresse ist gesperrt.
contacts-fact-event_free = { $survey }: wird gefragt, wenn { $event ->
    [ticket] das nächste Ticket gelöst ist
    [recheck] der nächste Fall geschlossen ist
   *[touchpoint] der nächste Anlass kommt
  }.
contacts-fact-event_not_before = { $survey }: wird vor { $until } nicht gefragt, was auch kommt: { $reason }.
contacts-fact-event_waits_none = { $survey }: { $count } warten; nach jetzigem Stand geht keine hinaus, siehe unten.
contacts-fact-event_waits = { $survey }: eine wartet, siehe unten.
contacts-fact-event_waits_one = { $survey }: { $count } warten, und eine davon geht hinaus: { $subject }.
contacts-fact-news_sending = Die Mail wird gerade übergeben.
contacts-fact-news_unknown = Die Mail ging am { $at } vielleicht hinaus: niemand weiß es.
contacts-fact-news_sent_but = Die Mail ging am { $at } hinaus, aber: { $reason }.
contacts-fact-news_sent = Die Mail ging am { $at } hinaus.
contacts-fact-news_failed = Die Mail wurde abgelehnt: sie erfahren es nicht.
contacts-fact-news_expired = Nicht rechtzeitig mitgeteilt: { $reason }.
contacts-fact-news_skipped = Nicht mitgeteilt: { $reason }.
contacts-fact-news_soon = Freigegeben; geht in wenigen Minuten hinaus, wenn nichts dagegen spricht.
contacts-fact-news_waits = Die Mail wartet bis { $until }{ $because }.

contacts-reason-answered = die Person hat geantwortet
contacts-reason-asked_lately = vor Kurzem dasselbe zu etwas anderem gefragt
contacts-reason-daily_limit = die Tagesgrenze für Mails war erreicht
contacts-reason-do_not_ask = die Kontaktliste sagt, nicht zu fragen
contacts-reason-erased = die Person wurde gelöscht
contacts-reason-looked_after_again = jemand kümmert sich wieder um die Person
contacts-reason-hold = der Kunde ist pausiert
contacts-held-until = der Kunde ist bis { $day } pausiert
contacts-reason-mail_refused = der Mailversand hat die Mail abgelehnt
contacts-reason-no_answer = es kam rechtzeitig keine Antwort
contacts-reason-no_longer_planned = Daten, Rolle oder Programm haben sich geändert
contacts-reason-open_follow_up = jemand kümmert sich noch um eine frühere Antwort
contacts-reason-paused = das Senden ist angehalten
contacts-reason-relationship_apart = vor Kurzem ging eine andere Beziehungsmail hinaus
contacts-reason-relationship_due = in wenigen Tagen steht eine Beziehungsmail an
contacts-reason-reopened = das Ticket wurde wieder geöffnet
contacts-reason-reviewed = ein Gespräch trat an die Stelle
contacts-reason-send_window = außerhalb der Sendezeit
contacts-reason-ses_not_ready = der Mailversand nahm in diesem Moment nichts an
contacts-reason-ses_paused = der Mailversand hat das Senden für dieses Konto angehalten
contacts-reason-ses_quota = das 24-Stunden-Kontingent des Mailversands war aufgebraucht
contacts-reason-ses_refuses = der Mailversand lehnte eine Mail nach der anderen ab
contacts-reason-ses_unverified = der Mailversand kennt den Absender nicht als bestätigt
contacts-reason-ses_unwell = der Mailversand versagte bei einer Mail nach der anderen
contacts-reason-suppressed = die Adresse wollte keine Mails oder nimmt keine an
contacts-reason-tagged = das Ticket hat ein Etikett, das die Frage verbietet
contacts-reason-too_close = vor Kurzem ging eine andere Umfragemail an die Person
contacts-reason-too_late = der Moment zum Fragen war vorbei
contacts-reason-unknown_survey = das Programm hat diese Befragung nicht mehr
contacts-reason-unsubscribed = die Person wollte keine Mails mehr
contacts-reason-bounced = die Adresse gibt es nicht
contacts-reason-bounced_often = Mails an die Adresse kamen immer wieder zurück
contacts-reason-complained = die Person hat eine Mail als Spam gemeldet
contacts-reason-by_hand = jemand von uns hat es so bestimmt
contacts-reason-changed = der öffentliche Text hat sich seit der Freigabe geändert
contacts-reason-not_asked = keine ihrer Antworten steht mehr dahinter
contacts-reason-not_done = öffentlich steht nicht mehr, dass es erledigt ist
contacts-reason-not_public = es steht nicht mehr öffentlich
contacts-reason-survey_due = in wenigen Tagen steht eine Umfragemail an
contacts-reason-survey_lately = vor wenigen Tagen ging eine Umfragemail an die Person
contacts-reason-told_already = jemand anderes unter der Adresse erfährt es
contacts-reason-told_in_invitation = eine Zeile in einer Einladung hat es mitgeteilt
contacts-reason-told_lately = vor Kurzem ging eine andere solche Mail an die Person

contacts-import = Kontakte importieren
contacts-import-lead = Eine CSV-Datei wird in diesem Browser gelesen und zuerst angesehen; vorher ändert sich nichts.
contacts-file = Datei
contacts-file-hint = CSV mit Kommas, Semikolons oder Tabulatoren. Nötige Spalten: { $required }. Außerdem bekannt: { $others } und segment:NAME.
contacts-file-empty = Die Datei hat keine Zeilen.
contacts-file-quote = In Zeile { $about } passt ein Anführungszeichen nicht. Die Zeile berichtigen und die Datei neu wählen.
contacts-file-column = Die erste Zeile hat keine Spalte { $about }.
contacts-file-read = { $name }: { $n ->
    [one] 1 Zeile
   *[other] { $n } Zeilen
  }.
contacts-file-guessed = Die Datei ist nicht UTF-8 und wurde als Windows-1252 gelesen. Einen Namen mit Umlaut prüfen; ist er falsch, die Datei als CSV UTF-8 speichern.
contacts-file-unused = Nicht verwendete Spalten: { $columns }.
contacts-preview = Was sich ändern würde
contacts-taking = Was übernommen wird
contacts-phase-checking = Wird angesehen
contacts-phase-checked = Angesehen
contacts-phase-importing = Wird übernommen
contacts-phase-imported = Übernommen
contacts-progress = { $done } von { $of } Zeilen
contacts-stop = Anhalten
contacts-stopped = Nach { $done } Zeilen angehalten. Sie sind übernommen; dieselbe Datei ändert an ihnen nichts mehr.
contacts-stopped-check = Nach { $done } Zeilen angehalten. Nichts wurde geändert.
contacts-go-on = Fortfahren
contacts-will-added = Wären neu
contacts-will-changed = Würden sich ändern
contacts-will-rejected = Würden abgelehnt
contacts-done-added = Neu
contacts-done-changed = Geändert
contacts-done-rejected = Abgelehnt
contacts-unchanged = Unverändert
contacts-renumbered = Die Liste scheint ihre Nummern geändert zu haben: { $n } von { $of } Zeilen sind neue Kontakte, deren Adresse unter einer anderen Nummer bekannt ist.
contacts-left-hold = Kontakte wechseln von { $account }, pausiert bis { $until }, zu { $now }, das nicht pausiert ist. Ist es derselbe Kunde, auch diesen pausieren.
contacts-were-erased = { $n ->
    [one] 1 Person wurde
   *[other] { $n } Personen wurden
  } gelöscht und kommt mit dieser Liste zurück (Zeilen { $lines }); die Adressen bleiben gesperrt. Aus der Liste nehmen.
contacts-known = { $n ->
    [one] 1 neuer Kontakt hat eine Adresse, die
   *[other] { $n } neue Kontakte haben Adressen, die
  } unter einer anderen Nummer bekannt ist. Jede Nummer wird als eigene Person gefragt.
contacts-known-one = Zeile { $line }: { $id } hat die Adresse von { $others }
contacts-and-more = und { $n } weitere
contacts-other-language = { $n ->
    [one] 1 Kontakt spricht
   *[other] { $n } Kontakte sprechen
  } eine Sprache, in der es in diesem Programm keine Mails gibt ({ $languages }): angeschrieben wird auf { $instead }.
contacts-other-languages = { $n } Kontakte sprechen Sprachen, in denen es in diesem Programm keine Mails gibt ({ $languages }): angeschrieben wird auf { $instead }.
contacts-undated = { $n } ohne account_since oder contact_since: erst in 12 Monaten gefragt.
contacts-name = Name
contacts-new = { $n ->
    [one] 1 neuer Kontakt
   *[other] { $n } neue Kontakte
  }
contacts-each-change = Kontakt für Kontakt
contacts-what-changes = Bisher → neu
contacts-nothing = leer
contacts-rejects = Zeilen, die nicht übernommen werden
contacts-line = Zeile
contacts-column = Spalte
contacts-problem = Was nicht stimmt
contacts-rejects-say = Die Datei der abgelehnten Zeilen enthält die Gründe. Dort berichtigen und diese Datei importieren.
contacts-rejects-save = Abgelehnte Zeilen sichern
contacts-nothing-to-take = Es gibt nichts zu übernehmen.
contacts-take-good = Gute Zeilen werden übernommen, { $n ->
    [one] die abgelehnte
   *[other] die { $n } abgelehnten
  } nicht.
contacts-take = { $n ->
    [one] 1 Kontakt
   *[other] { $n } Kontakte
  } übernehmen
contacts-imported = Fertig: { $n ->
    [one] 1 Kontakt ist
   *[other] { $n } Kontakte sind
  } neu oder geändert.

contacts-row-empty = Diese Zelle ist leer und wird gebraucht.
contacts-row-too_long = Das ist länger als { $about } Zeichen.
contacts-row-too_many_cells = Die Zeile hat mehr Zellen als Spalten („{ $about }“ ist übrig). Text mit Trennzeichen in Anführungszeichen setzen.
contacts-row-too_many_segments = Es sind mehr als 20 Segmente.
contacts-row-segment = Ein Segment darf 60 Zeichen haben und keines von | # =
contacts-row-double = Dieselbe Nummer steht schon in Zeile { $about }. Eine eigene Nummer vergeben oder eine der beiden Zeilen entfernen.
contacts-row-double_before = Dieselbe Nummer steht in Zeile { $about } der Liste, aus der diese Zeile abgelehnt wurde. Eine eigene Nummer vergeben oder eine der beiden entfernen.
contacts-row-contended = Jemand hat diesen Kontakt gerade geändert. Die Zeile noch einmal importieren.
contacts-row-address = „{ $about }“ ist keine Adresse, an die Mails gehen können.
contacts-row-role = „{ $about }“ ist keine Rolle. relationship oder user schreiben.
contacts-row-date = „{ $about }“ ist kein Datum. Schreiben wie 2026-03-31.
contacts-row-time_zone = „{ $about }“ ist keine Zeitzone. Schreiben wie Europe/Vienna.
contacts-row-yes_or_no = „{ $about }“ ist weder yes noch no.
contacts-row-other = Diese Zelle lässt sich so nicht übernehmen: „{ $about }“.
