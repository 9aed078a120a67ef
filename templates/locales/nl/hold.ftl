# De pagina waarop de verantwoordelijke een klant even overslaat
hold-title = Een klant even overslaan
hold-noscript = { $address ->
    [informal] Deze pagina heeft JavaScript nodig. Je kunt ook schrijven aan wie het programma leidt:
   *[formal] Deze pagina heeft JavaScript nodig. U kunt ook schrijven aan wie het programma leidt:
}
hold-waiting = Een ogenblik …
hold-question = { $value } even overslaan?
hold-what = Daar wordt niemand gevraagd tot de laatste dag voorbij is. Wat zolang wacht, gaat daarna weg als het daarvoor niet te laat is. Wie al een vraag heeft gekregen, kan nog gewoon antwoorden.
hold-present = Overgeslagen tot en met { $until }: { $reason } ({ $by }). Een nieuwe keuze komt ervoor in de plaats.
hold-release = Nu beëindigen
hold-until = Tot wanneer?
hold-4-weeks = 4 weken
hold-3-months = 3 maanden
hold-day = Tot en met een dag
hold-until-day = tot en met { $value }
hold-last-day = De laatste dag waarop niemand wordt gevraagd
hold-until-missing = Kies een dag vanaf vandaag, binnen een jaar.
hold-reason = Waarom?
hold-reason-hint = Voor wie het later ziet. De reden staat in de overzichten.
hold-reason-missing = Zeg in een paar woorden waarom.
hold-button = { $value } even overslaan
hold-done = Bij { $account } wordt tot en met { $until } niemand gevraagd
hold-done-what = { $address ->
    [informal] Het staat met jouw reden in de overzichten en is met je naam genoteerd.
   *[formal] Het staat met uw reden in de overzichten en is met uw naam genoteerd.
}
hold-undo = Terugdraaien
hold-released = { $value } wordt weer gevraagd
hold-released-what = Deze klant wordt niet overgeslagen.
hold-again = Toch overslaan
hold-invalid = Deze link werkt niet
hold-invalid-why = { $address ->
    [informal] Hij is verlopen of niet volledig, of de klant staat niet meer in de lijst. Er is niets veranderd. Open hem vanuit je nieuwste overzicht, of schrijf aan wie het programma leidt:
   *[formal] Hij is verlopen of niet volledig, of de klant staat niet meer in de lijst. Er is niets veranderd. Open hem vanuit uw nieuwste overzicht, of schrijf aan wie het programma leidt:
}
hold-failed = Dit is nu niet te tonen
hold-failed-why = { $address ->
    [informal] Je hebt niets verkeerd gedaan. Probeer het zo meteen nog een keer.
   *[formal] U hebt niets verkeerd gedaan. Probeer het zo meteen nog een keer.
}
hold-offline-why = { $address ->
    [informal] Je bent offline. Probeer het nog een keer zodra je weer verbinding hebt.
   *[formal] U bent offline. Probeer het nog een keer zodra u weer verbinding hebt.
}
hold-retry = Nog een keer proberen
hold-working = Een ogenblik …
hold-offline = { $address ->
    [informal] Je bent nu offline en er is nog niets veranderd. Klik nog een keer zodra je weer verbinding hebt.
   *[formal] U bent nu offline en er is nog niets veranderd. Klik nog een keer zodra u weer verbinding hebt.
}
hold-unsaved = Dat is niet gelukt en er is nog niets veranderd. Klik zo meteen nog een keer.
