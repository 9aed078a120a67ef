# Die Seite, auf der die verantwortliche Person einen Fall liest und festhält, was daraus geworden ist
case-title = Fall bei { $company }
case-noscript = Diese Seite braucht JavaScript. Die Worte des Kunden stehen auch in der E-Mail mit diesem Link.
case-waiting = Einen Moment …
case-erased = Jemand, dessen Angaben gelöscht wurden
case-score = { $value } von 10
case-score-of-5 = { $value } von 5
case-ticket = Ticket { $value }
case-answered = beantwortet am { $value }
case-survey-day50 = erste Wochen
case-survey-annual = Jahresumfrage
case-survey-ticket = Ticket
case-survey-recheck = Nachfrage
case-survey-review = Quartalsgespräch
case-why = Der Grund
case-better = Was besser werden soll
case-no-words = Zur Bewertung kamen keine Worte.
case-drivers = Darum geht es
case-quote = Darf ohne Namen zitiert werden.
case-due = Bitte melden bis { $value }
case-look = Bitte nachgehen bis { $value }
case-overdue = Überfällig seit { $value }
case-contacted = Kontakt aufgenommen am { $value }
case-looked = Der Sache nachgegangen am { $value }
case-solved = Abgeschlossen: gelöst
case-not_solved = Abgeschlossen: nicht gelöst
case-no_answer = Abgeschlossen: niemanden erreicht
case-ended = Abgeschlossen am { $value }
case-again = Wird um den { $value } herum noch einmal gefragt.
case-wish-phone = Möchte angerufen werden.
case-wish-mail = Möchte eine E-Mail.
case-wish-no = Möchte nicht kontaktiert werden. Bitte der Sache nachgehen, ohne anzurufen oder zu schreiben.
case-wish-open = Hat offengelassen, auf welchem Weg.
case-call = { $value } anrufen
case-write = An { $value } schreiben
case-owner = Verantwortlich: { $value }
case-escalated = Dieser Fall wurde hierher eskaliert.
case-joined = Außerdem im selben Fall
case-unconfirmed-why = Jemand, oder ein Virenscanner, hat den Link zu einer niedrigen Bewertung geöffnet; ein Mensch war auf der Seite nicht zu erkennen. Die Bewertung gehört nicht zu diesem Fall, aber danach zu fragen lohnt sich.
case-history = Frühere Bewertungen
case-invalid = Dieser Link funktioniert nicht
case-invalid-why = { $address ->
    [informal] Vielleicht ist er unterwegs abgeschnitten worden. Öffne ihn bitte direkt aus der E-Mail.
   *[formal] Vielleicht ist er unterwegs abgeschnitten worden. Öffnen Sie ihn bitte direkt aus der E-Mail.
  }
case-failed = Der Fall lässt sich gerade nicht anzeigen
case-failed-why = { $address ->
    [informal] Das liegt nicht an dir. Bitte versuch es gleich noch einmal.
   *[formal] Das liegt nicht an Ihnen. Bitte versuchen Sie es gleich noch einmal.
  }
case-offline-why = { $address ->
    [informal] Du bist offline. Bitte versuch es noch einmal, sobald du wieder verbunden bist.
   *[formal] Sie sind offline. Bitte versuchen Sie es noch einmal, sobald Sie wieder verbunden sind.
  }
case-retry = Noch einmal versuchen
case-expired = Dieser Link ist abgelaufen
case-expired-why = Links zu einem Fall gelten nur eine Zeit lang, weil sie zeigen, was ein Kunde geschrieben hat. Der neueste Link steht in der neuesten E-Mail zu diesem Fall.
case-handed = Um diesen Fall kümmert sich jetzt jemand anderes
case-handed-why = Wer jetzt zuständig ist, hat einen eigenen Link. Dieser hier zeigt nichts mehr.
case-passed = Übergeben an { $value }
case-passed-why = Dorthin geht eine E-Mail mit den Worten des Kunden und einem neuen Link. Dieser hier zeigt nichts mehr.

case-work = Was zu tun ist
case-do-contacted = Ich habe mich gemeldet
case-do-looked = Ich bin der Sache nachgegangen
case-do-note = Notiz hinzufügen
case-do-close = Abschließen
case-do-hand_over = Übergeben
case-do-reopen = Wieder öffnen
case-note-contacted = Notiz (freiwillig)
case-note-note = Notiz
case-note-close = Was getan und was versprochen wurde
case-note-close-hint = Wer sich beim nächsten Fall um diesen Kunden kümmert, liest das zuerst.
case-note-hand_over = Warum
case-note-reopen = Warum der Fall wieder offen ist
case-cause = Woran es lag
case-cause-other = Etwas anderes
case-cause-own = In wenigen Worten
case-outcome = Wie es ausging
case-outcome-solved = Gelöst
case-outcome-not_solved = Nicht gelöst
case-outcome-no_answer = Niemanden erreicht
case-recheck = In { $value } Tagen noch einmal fragen, ob es besser ist
case-recheck-day = Morgen noch einmal fragen, ob es besser ist
case-to = An wen
case-to-choose = Bitte auswählen
case-to-other = Eine andere Adresse
case-to-email = Adresse
case-to-hint = Jemand von { $company }; die Worte des Kunden gehen per E-Mail dorthin.
case-save-contacted = Kontakt festhalten
case-save-looked = Festhalten
case-save-note = Notiz speichern
case-save-close = Fall abschließen
case-save-hand_over = Fall übergeben
case-save-reopen = Fall wieder öffnen
case-needs-note = Hier fehlen noch ein paar Worte.
case-needs-cause = Bitte angeben, woran es lag.
case-needs-outcome = Bitte angeben, wie es ausging.
case-needs-to = Bitte angeben, an wen.
case-refused-note = Dieser Text wurde nicht angenommen. Er darf 2.000 Zeichen haben.
case-refused-cause = Das wurde nicht angenommen. Es darf 60 Zeichen haben.
case-refused-outcome = Bitte eines davon auswählen.
case-refused-to = Ein Fall lässt sich nur innerhalb von { $company } übergeben, und nicht an die Person, die ihn schon hat.
case-saving = Wird gespeichert …
case-saved-contacted = Gespeichert. Jetzt fehlt nur noch der Abschluss.
case-saved-note = Die Notiz ist gespeichert.
case-saved-close = Der Fall ist abgeschlossen.
case-saved-hand_over = Übergeben an { $value }.
case-saved-reopen = Der Fall ist wieder offen.
case-unsaved-offline = Nicht gespeichert: Es besteht keine Verbindung. Der Text bleibt hier stehen; bitte noch einmal versuchen, sobald sie wieder da ist.
case-unsaved-failed = Noch nicht gespeichert. Der Text bleibt hier stehen; bitte gleich noch einmal versuchen.
case-unsaved-refused = Nicht gespeichert: Das konnte so nicht angenommen werden. Bitte ändern oder die Seite neu laden.
case-unsaved-expired = Nicht gespeichert: Dieser Link ist inzwischen abgelaufen. Bitte den Text kopieren und den Link aus der neuesten E-Mail zu diesem Fall öffnen.
case-unsaved-handed = Nicht gespeichert: Um diesen Fall kümmert sich inzwischen jemand anderes.
case-unsaved-gone = Nicht gespeichert: Dieser Link funktioniert nicht mehr.
case-conflict = Nicht gespeichert: Jemand hat diesen Fall inzwischen geändert. Er steht hier, wie er jetzt ist; der Text ist noch da.

case-promised = Was früher versprochen wurde
case-changes = Was bisher geschah
case-change-opened = Eröffnet
case-change-joined = Eine weitere Antwort kam dazu
case-change-reopened = Wieder geöffnet
case-change-contacted = Kontakt zum Kunden
case-change-looked = Der Sache nachgegangen
case-change-noted = Notiz
case-change-handed_over = Übergeben an { $value }
case-change-closed = Abgeschlossen
