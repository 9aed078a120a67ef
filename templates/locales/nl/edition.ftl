# De pagina waarop de verantwoordelijke de volgende editie van de openbare pagina goedkeurt
edition-title = De volgende editie
edition-noscript = Deze pagina heeft JavaScript nodig. De editie die wacht is ook op de opdrachtregel te bekijken en te publiceren, met sayso publish.
edition-waiting = Een ogenblik …
edition-question = { $address ->
    [informal] Editie { $value } wacht op jouw ja
   *[formal] Editie { $value } wacht op uw ja
}
edition-first = { $address ->
    [informal] De eerste editie wacht op jouw ja
   *[formal] De eerste editie wacht op uw ja
}
edition-until = Tot dan blijft editie { $number } van { $day } openbaar, zoals die is.
edition-until-first = Tot dan is er geen openbare pagina.
edition-held = { $address ->
    [informal] Een eerdere editie is teruggehaald. Er verschijnt niets nieuws vanzelf totdat je weer een editie publiceert.
   *[formal] Een eerdere editie is teruggehaald. Er verschijnt niets nieuws vanzelf totdat u weer een editie publiceert.
}
edition-changes = Wat er zou veranderen
edition-new = Nieuw
edition-changed = Gewijzigd
edition-removed = Niet meer erbij
edition-score-moves = De score
edition-before = Tot nu toe:
edition-after = Vanaf nu:
edition-no-score = geen
edition-points = { $score } · waarschijnlijk tussen { $low } en { $high } · { $n } antwoorden
edition-figures = Cijfers
edition-figures-move = Wat geprezen en bekritiseerd wordt, of het verloop, is opnieuw geteld.
edition-new-quotes = Nieuwe citaten
edition-removed-quotes = Citaten die vervallen
edition-details = Bijzonderheden
edition-no-changes = Dezelfde voornemens en cijfers, in een andere volgorde of met andere bijzonderheden.
edition-look = Bekijken
edition-look-why = { $address ->
    [informal] Zonder deze link vindt niemand deze pagina's. Lees ze voordat je publiceert.
   *[formal] Zonder deze link vindt niemand deze pagina's. Leest u ze voordat u publiceert.
}
edition-page = Pagina in het { $value }
edition-report = Rapport in het { $value } (pdf)
edition-publish = Deze editie publiceren
edition-publish-what = { $address ->
    [informal] Precies wat je hier ziet wordt gepubliceerd. Trekt een klant intussen een citaat terug, dan staat het er niet in.
   *[formal] Precies wat u hier ziet wordt gepubliceerd. Trekt een klant intussen een citaat terug, dan staat het er niet in.
}
edition-replaced = { $address ->
    [informal] Intussen wacht er een andere editie dan die je hebt bekeken. Er is niets gepubliceerd. Dit is wat er nu wacht.
   *[formal] Intussen wacht er een andere editie dan die u hebt bekeken. Er is niets gepubliceerd. Dit is wat er nu wacht.
}
edition-nothing = Er wacht geen editie
edition-public = Editie { $number } van { $day } is openbaar.
edition-nobody = Er is nog niets openbaar. Zodra er iets te bekijken is, staat er een link in het weekoverzicht.
edition-see-public = Naar de openbare pagina
edition-approved = Editie { $value } is onderweg
edition-approved-what = { $address ->
    [informal] Je hebt haar goedgekeurd. Binnen een paar minuten is ze openbaar; deze pagina hoeft niet open te blijven.
   *[formal] U hebt haar goedgekeurd. Binnen een paar minuten is ze openbaar; deze pagina hoeft niet open te blijven.
}
edition-again = Nog eens kijken
edition-invalid = Deze link werkt niet
edition-invalid-why = { $address ->
    [informal] Hij is verlopen of niet volledig, of iemand anders leidt intussen het programma. Er is niets gepubliceerd. Open hem vanuit je nieuwste weekoverzicht.
   *[formal] Hij is verlopen of niet volledig, of iemand anders leidt intussen het programma. Er is niets gepubliceerd. Open hem vanuit uw nieuwste weekoverzicht.
}
edition-failed = Dit is nu niet te tonen
edition-failed-why = { $address ->
    [informal] Je hebt niets verkeerd gedaan. Probeer het zo meteen nog een keer.
   *[formal] U hebt niets verkeerd gedaan. Probeer het zo meteen nog een keer.
}
edition-offline-why = { $address ->
    [informal] Je bent offline. Probeer het nog een keer zodra je weer verbinding hebt.
   *[formal] U bent offline. Probeer het nog een keer zodra u weer verbinding hebt.
}
edition-retry = Nog een keer proberen
edition-working = Een ogenblik …
edition-offline = { $address ->
    [informal] Je bent nu offline en er is nog niets gepubliceerd. Klik nog een keer zodra je weer verbinding hebt.
   *[formal] U bent nu offline en er is nog niets gepubliceerd. Klik nog een keer zodra u weer verbinding hebt.
}
edition-unsaved = Dat is niet gelukt en er is nog niets gepubliceerd. Klik zo meteen nog een keer.
edition-digest = { $address ->
    [informal] Een nieuwe editie van de openbare pagina wacht op jouw ja
   *[formal] Een nieuwe editie van de openbare pagina wacht op uw ja
}
edition-digest-why = { $address ->
    [informal] Niets daarvan is openbaar voordat je haar publiceert.
   *[formal] Niets daarvan is openbaar voordat u haar publiceert.
}
edition-digest-link = Bekijken en publiceren
