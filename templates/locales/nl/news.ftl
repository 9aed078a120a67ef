# Wat er met een reactie is gedaan: de mail die dat vertelt, en een regel in de volgende uitnodiging.

news-subject = Over wat { $address ->
    [informal] je
   *[formal] u
} ons vertelde: { $title }
news-preheader = { $address ->
    [informal] Je zei het, wij hebben het gedaan. Je hoeft niets te doen.
   *[formal] U zei het, wij hebben het gedaan. U hoeft niets te doen.
}
news-lead = { $address ->
    [informal] Enige tijd geleden gaf je ons een reactie. Dit is ermee gebeurd.
   *[formal] Enige tijd geleden gaf u ons een reactie. Dit is ermee gebeurd.
}
news-heard = Wat we hoorden
news-did = Wat we hebben gedaan
news-done = Klaar op { $day }.
news-page = Bekijk het op onze pagina
news-thanks = { $address ->
    [informal] Bedankt dat je het ons hebt verteld. Is het voor jou nog niet goed? Beantwoord dan deze e-mail.
   *[formal] Bedankt dat u het ons hebt verteld. Is het voor u nog niet goed? Beantwoord dan deze e-mail.
}
news-reason = { $address ->
    [informal] Je krijgt deze e-mail omdat deze verandering mede te danken is aan jouw reactie aan { $company }.
   *[formal] U ontvangt deze e-mail omdat deze verandering mede te danken is aan uw reactie aan { $company }.
}
news-objection = { $address ->
    [informal] Wil je zulke e-mails niet, gebruik dan de link hieronder of beantwoord deze e-mail.
   *[formal] Wilt u zulke e-mails niet, gebruik dan de link hieronder of beantwoord deze e-mail.
} Dat kost niets, behalve het basistarief voor het versturen. Antwoorden worden door een mens gelezen.
news-line = { $address ->
    [informal] Je vertelde het ons, en het is gedaan:
   *[formal] U vertelde het ons, en het is gedaan:
}
