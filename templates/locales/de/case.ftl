# Die Seite, auf der die verantwortliche Person einen Fall liest
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
case-survey-review = Quartalsgespräch
case-why = Der Grund
case-better = Was besser werden soll
case-no-words = Zur Bewertung kamen keine Worte.
case-drivers = Darum geht es
case-quote = Darf ohne Namen zitiert werden.
case-due = Bitte melden bis { $value }
case-overdue = Überfällig seit { $value }
case-contacted = Kontakt ist aufgenommen
case-closed = Abgeschlossen
case-wish-phone = Möchte angerufen werden.
case-wish-mail = Möchte eine E-Mail.
case-wish-no = Möchte nicht kontaktiert werden. Bitte der Sache nachgehen, ohne anzurufen oder zu schreiben.
case-wish-open = Hat offengelassen, auf welchem Weg.
case-call = { $value } anrufen
case-write = An { $value } schreiben
case-owner = Verantwortlich: { $value }
case-joined = Außerdem im selben Fall
case-unconfirmed-why = Jemand, oder ein Virenscanner, hat den Link zu einer niedrigen Bewertung geöffnet; ein Mensch war auf der Seite nicht zu erkennen. Die Bewertung gehört nicht zu diesem Fall, aber danach zu fragen lohnt sich.
case-history = Frühere Bewertungen
case-invalid = Dieser Link funktioniert nicht
case-invalid-why = { $address ->
    [informal] Vielleicht ist er unterwegs abgeschnitten worden oder abgelaufen. Öffne ihn bitte direkt aus der E-Mail.
   *[formal] Vielleicht ist er unterwegs abgeschnitten worden oder abgelaufen. Öffnen Sie ihn bitte direkt aus der E-Mail.
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
