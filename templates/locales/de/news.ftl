# Was aus einer Rückmeldung wurde: die Mail, die es sagt, und eine Zeile in der nächsten Einladung.

news-subject = Zu { $address ->
    [informal] deiner
   *[formal] Ihrer
} Rückmeldung: { $title }
news-preheader = { $address ->
    [informal] Du hast es gesagt, wir haben es getan. Du musst nichts tun.
   *[formal] Sie haben es gesagt, wir haben es getan. Sie müssen nichts tun.
}
news-lead = { $address ->
    [informal] Vor einiger Zeit hast du uns etwas zurückgemeldet. Das ist daraus geworden.
   *[formal] Vor einiger Zeit haben Sie uns etwas zurückgemeldet. Das ist daraus geworden.
}
news-heard = Was wir gehört haben
news-did = Was wir getan haben
news-done = Erledigt am { $day }.
news-page = Auf unserer Seite ansehen
news-thanks = { $address ->
    [informal] Danke, dass du es uns gesagt hast. Passt es für dich noch nicht? Dann antworte einfach auf diese E-Mail.
   *[formal] Danke, dass Sie es uns gesagt haben. Passt es für Sie noch nicht? Dann antworten Sie einfach auf diese E-Mail.
}
news-reason = { $address ->
    [informal] Du bekommst diese E-Mail, weil hinter dieser Änderung auch eine Rückmeldung von dir an { $company } steht.
   *[formal] Sie erhalten diese E-Mail, weil hinter dieser Änderung auch eine Rückmeldung von Ihnen an { $company } steht.
}
news-objection = { $address ->
    [informal] Möchtest du solche E-Mails nicht, genügt der Link unten oder eine Antwort auf diese E-Mail.
   *[formal] Möchten Sie solche E-Mails nicht, genügt der Link unten oder eine Antwort auf diese E-Mail.
} Dafür entstehen keine anderen Kosten als die Übermittlungskosten nach den Basistarifen. Antworten liest ein Mensch.
news-line = { $address ->
    [informal] Du hast es uns gesagt, und es ist erledigt:
   *[formal] Sie haben es uns gesagt, und es ist erledigt:
}
