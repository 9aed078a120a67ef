# Die Seite hinter dem Abmeldelink
unsubscribe-title = E-Mails von { $company }
unsubscribe-noscript = { $address ->
    [informal] Diese Seite braucht JavaScript. Du kannst uns auch schreiben, dann beenden wir diese E-Mails für dich:
   *[formal] Diese Seite braucht JavaScript. Sie können uns auch schreiben, dann beenden wir diese E-Mails für Sie:
  }
unsubscribe-late = { $address ->
    [informal] Diese Seite lädt noch. Wenn nichts passiert, schreib uns, dann beenden wir diese E-Mails für dich:
   *[formal] Diese Seite lädt noch. Wenn nichts passiert, schreiben Sie uns, dann beenden wir diese E-Mails für Sie:
  }
unsubscribe-ask = Keine Fragen mehr von { $company }?
unsubscribe-what = { $address ->
    [informal] Ab und zu fragt dich { $company } per E-Mail, wie zufrieden du bist. Ein Klick, und diese E-Mails hören auf.
   *[formal] Ab und zu fragt Sie { $company } per E-Mail, wie zufrieden Sie sind. Ein Klick, und diese E-Mails hören auf.
  }
unsubscribe-rest = { $address ->
    [informal] Rechnungen, Tickets und alles andere, was zu deinem Vertrag gehört, erhältst du weiterhin.
   *[formal] Rechnungen, Tickets und alles andere, was zu Ihrem Vertrag gehört, erhalten Sie weiterhin.
  }
unsubscribe-stop = Diese E-Mails beenden
unsubscribe-done = { $address ->
    [informal] Erledigt. { $company } fragt dich nicht mehr
   *[formal] Erledigt. { $company } fragt Sie nicht mehr
  }
unsubscribe-done-what = { $address ->
    [informal] Du erhältst keine dieser E-Mails mehr, auch keine Erinnerungen.
   *[formal] Sie erhalten keine dieser E-Mails mehr, auch keine Erinnerungen.
  }
unsubscribe-mistake = { $address ->
    [informal] War das ein Versehen, oder hat dir jemand die E-Mail weitergeleitet? Dann nimm es zurück.
   *[formal] War das ein Versehen, oder hat Ihnen jemand die E-Mail weitergeleitet? Dann nehmen Sie es zurück.
  }
unsubscribe-undo = Rückgängig machen
unsubscribe-undone = Alles ist wie zuvor
unsubscribe-undone-what = { $address ->
    [informal] { $company } fragt dich weiterhin ab und zu, wie zufrieden du bist.
   *[formal] { $company } fragt Sie weiterhin ab und zu, wie zufrieden Sie sind.
  }
unsubscribe-suppressed = Diese E-Mails kommen trotzdem nicht
unsubscribe-suppressed-why = { $address ->
    [informal] Du bist nicht mehr abgemeldet. Wir schreiben aber aus einem anderen Grund nicht an diese Adresse, zum Beispiel weil eine E-Mail nicht zugestellt werden konnte oder weil du uns darum gebeten hast. Wenn du wieder gefragt werden möchtest, schreib uns bitte:
   *[formal] Sie sind nicht mehr abgemeldet. Wir schreiben aber aus einem anderen Grund nicht an diese Adresse, zum Beispiel weil eine E-Mail nicht zugestellt werden konnte oder weil Sie uns darum gebeten haben. Wenn Sie wieder gefragt werden möchten, schreiben Sie uns bitte:
  }
unsubscribe-invalid = Dieser Link funktioniert nicht
unsubscribe-invalid-why = { $address ->
    [informal] Es wurde nichts geändert. Öffne den Link bitte direkt aus unserer E-Mail, oder schreib uns, dann beenden wir die E-Mails für dich:
   *[formal] Es wurde nichts geändert. Öffnen Sie den Link bitte direkt aus unserer E-Mail, oder schreiben Sie uns, dann beenden wir die E-Mails für Sie:
  }
unsubscribe-working = Einen Moment …
unsubscribe-offline = { $address ->
    [informal] Du bist gerade offline. Bitte klick noch einmal, sobald du wieder verbunden bist.
   *[formal] Sie sind gerade offline. Bitte klicken Sie noch einmal, sobald Sie wieder verbunden sind.
  }
unsubscribe-failed = { $address ->
    [informal] Wir wissen nicht, ob das geklappt hat. Bitte klick gleich noch einmal, das schadet nicht.
   *[formal] Wir wissen nicht, ob das geklappt hat. Bitte klicken Sie gleich noch einmal, das schadet nicht.
  }
