# Commitments: what was heard, what is done about it, who asked, and what they are told
commitments-nav = Toezeggingen
commitments-title = Toezeggingen
commitments-one = Toezegging
commitments-lead = Wat klanten zeiden, en wat daarvan is gekomen. Daarmee begint de openbare pagina; een cijfer volgt.
commitments-lead-public = Wat klanten zeiden en wat daarvan is gekomen, zoals iedereen het leest.
commitments-new = Toezegging schrijven
commitments-new-lead = Buiten leest niemand haar voordat zij openbaar is.
commitments-none = Nog geen toezeggingen
commitments-none-why = Lees wat het meest wordt bekritiseerd, beslis wat er verandert en schrijf dat op: de verandering, niet de klacht.
commitments-none-public = Er is nog niets openbaar
commitments-group-in_progress = Bezig
commitments-group-planned = Gepland
commitments-group-heard = Gehoord
commitments-group-done = Gedaan
commitments-group-declined = Afgewezen
commitments-status-in_progress = Bezig
commitments-status-planned = Gepland
commitments-status-heard = Gehoord
commitments-status-done = Gedaan
commitments-status-declined = Afgewezen
commitments-state-draft = Concept
commitments-state-public = Openbaar
commitments-state-changed = Openbaar, sindsdien gewijzigd
commitments-state-off = Niet meer openbaar
commitments-public = Openbaar
commitments-asked = Gevraagd door
commitments-people = { $n ->
    [one] 1 persoon
   *[other] { $n } personen
  }
commitments-several = meerdere klanten
commitments-at-least = minstens { $n } klanten
commitments-missing = { $n ->
    [one] 1 tekst ontbreekt
   *[other] { $n } teksten ontbreken
  }
commitments-missing-why = Zij kan openbaar worden zodra deze teksten er zijn, want het zijn talen van de openbare pagina:
commitments-texts = Wat erin staat
commitments-texts-note = In elke taal geschreven, niet woord voor woord vertaald. Geen namen, en niets wat maar één klant gezegd kan hebben.
commitments-about = Waar het over gaat
commitments-no-text = Nog niet geschreven.
commitments-unwritten = { $language }, nog niet geschreven
commitments-no-theme = Geen thema
commitments-field-id = Korte naam
commitments-field-title = Titel
commitments-field-heard = { $address ->
    [informal] Jullie zeiden
   *[formal] U zei
  }
commitments-field-did = Wat we doen of deden
commitments-field-reason = Waarom niet
commitments-field-status = Stand
commitments-field-theme = Thema
commitments-field-owner = Verantwoordelijk (nooit openbaar)
commitments-field-planned_for = Gepland voor
commitments-field-done_on = Gedaan op
commitments-field-decided_on = Beslist op
commitments-field-in = { $field }, { $language }
commitments-hint-id = In kleine letters, zoals faster-replies. Deze blijft.
commitments-hint-title = De verandering, niet de klacht. Eén regel van hoogstens { $most } tekens.
commitments-hint-heard = Eén zin die een klant gezegd kan hebben, in zijn woorden.
commitments-hint-did = Wat er nu anders is, en hoe iemand dat merkt.
commitments-hint-reason = De echte reden, en wat iemand in plaats daarvan kan doen.
commitments-lacks-in = { $language } (nog { $n })
commitments-too-long = { $length } tekens; { $most } passen.
commitments-wrong = { $n ->
    [one] Dit moet eerst anders
   *[other] { $n } dingen moeten eerst anders
  }
commitments-wrong-in = Er moet iets anders in: { $language }
commitments-save = Concept opslaan
commitments-add = Toezegging vastleggen
commitments-added = Zij is vastgelegd. Buiten leest niemand haar nog.
commitments-saved = Het concept is opgeslagen.
commitments-saved-public = Opgeslagen. Openbaar is nog wat eerder is gepubliceerd.
commitments-forget = { $n ->
    [one] 1 wijziging vergeten
   *[other] { $n } wijzigingen vergeten
  }
commitments-meanwhile = { $who } heeft dit intussen gewijzigd.
commitments-meanwhile-why = { $address ->
    [informal] Van jou is niets opgeslagen en niets is verloren. Dit is er gewijzigd:
   *[formal] Van u is niets opgeslagen en niets is verloren. Dit is er gewijzigd:
  }
commitments-nothing = (niets)
commitments-yours = { $address ->
    [informal] Je schreef: { $text }
   *[formal] U schreef: { $text }
  }
commitments-keep-mine = Verder met wat ik schreef
commitments-take-theirs = Waar we beiden schreven het andere nemen
commitments-preview = Zo zou iedereen het lezen
commitments-now-draft = Dit leest buiten niemand. Openbaar zou het er zo uitzien:
commitments-now-public = Openbaar sinds { $day }, zoals het hier staat:
commitments-now-changed = Openbaar sinds { $day }, en sindsdien anders geschreven. Opnieuw gepubliceerd zou het er zo uitzien:
commitments-now-off = Het was op { $day } voor het eerst openbaar en is dat niet meer. Opnieuw gepubliceerd zou het er zo uitzien:
commitments-publish = Openbaar maken
commitments-publish-again = Wijzigingen openbaar maken
commitments-publish-say = Iedereen mag het lezen zoals het voorbeeld het toont, in elke taal.
commitments-when-first = Er is nog geen openbare pagina: het komt met de eerste editie, zodra iemand die goedkeurt.
commitments-when-rule = Het komt met de volgende editie, die binnen enkele minuten vanzelf verschijnt.
commitments-when-approval = Het komt met de volgende editie, die onder Edities op een ja wacht.
commitments-published = Openbaar. Het komt met de volgende editie van de pagina.
commitments-unpublish = Van de pagina halen
commitments-unpublish-say = De teksten blijven hier, en zij kan opnieuw openbaar worden. Van de pagina is zij binnen enkele minuten weg.
commitments-unpublished = Zij is binnen enkele minuten van de pagina.
commitments-remove = Voorgoed verwijderen
commitments-remove-say = { $n ->
    [one] “{ $title }” verdwijnt met teksten, verloop en de koppeling met 1 persoon. Niets brengt haar terug.
   *[other] “{ $title }” verdwijnt met teksten, verloop en de koppelingen met { $n } personen. Niets brengt haar terug.
  }
commitments-removed = Zij is verwijderd.
commitments-history = Wat ermee is gebeurd
commitments-was-added = Vastgelegd
commitments-was-edited = Gewijzigd
commitments-was-published = Openbaar gemaakt
commitments-was-unpublished = Van de pagina gehaald
commitments-fields = { $n ->
    [one] 1 veld
   *[other] { $n } velden
  }
commitments-behind = Wie erom vroeg
commitments-behind-note = { $n ->
    [one] 1 persoon staat erachter. Ieder telt één keer, wat hij ook antwoordde.
   *[other] { $n } personen staan erachter. Ieder telt één keer, wat hij ook antwoordde.
  }
commitments-behind-yours = { $address ->
    [informal] { $n ->
        [one] 1 persoon staat erachter. Hier staan de antwoorden van je eigen klanten.
       *[other] { $n } personen staan erachter. Hier staan de antwoorden van je eigen klanten.
      }
   *[formal] { $n ->
        [one] 1 persoon staat erachter. Hier staan de antwoorden van uw eigen klanten.
       *[other] { $n } personen staan erachter. Hier staan de antwoorden van uw eigen klanten.
      }
  }
commitments-find = Antwoorden koppelen
commitments-none-behind = Er zijn geen antwoorden gekoppeld
commitments-none-behind-why = Hoeveel mensen erom vroegen, wordt alleen uit gekoppelde antwoorden geteld. Is het gedaan, dan kunnen zij het horen.
commitments-suggested = Antwoorden die erbij kunnen horen
commitments-filed-under = Onder “{ $theme }” opgeborgen en nog niet gekoppeld
commitments-read-them = { $address ->
    [informal] Lees ze voordat je ze koppelt: een thema is ruimer dan een zin. Promotors ontbreken, want die vroegen om niets.
   *[formal] Lees ze voordat u ze koppelt: een thema is ruimer dan een zin. Promotors ontbreken, want die vroegen om niets.
  }
commitments-theme-first = Kies hierboven een thema en sla op: dan staan de antwoorden hier.
commitments-none-suggested = Tot nu toe geen gevonden
commitments-looked-until = Teruggekeken tot { $day }.
commitments-link = { $n ->
    [one] 1 antwoord koppelen
   *[other] { $n } antwoorden koppelen
  }
commitments-in-answers = Verder zoeken bij de antwoorden
commitments-linked = { $n ->
    [one] Gekoppeld. 1 persoon staat erachter.
   *[other] Gekoppeld. { $n } personen staan erachter.
  }
commitments-unlink = Loskoppelen
commitments-unlink-of = Antwoord loskoppelen: { $name }
commitments-unlinked = { $n ->
    [one] Losgekoppeld. 1 persoon staat erachter.
   *[other] Losgekoppeld. { $n } personen staan erachter.
  }
commitments-withheld = { $address ->
    [informal] niet aan jou getoond, omdat het over jou gaat
   *[formal] niet aan u getoond, omdat het over u gaat
  }
commitments-quote = Citeren
commitments-quote-of = Antwoord citeren: { $name }
commitments-quote-title = Woorden voor de openbare pagina kiezen
commitments-quote-how = { $address ->
    [informal] Wat is geschreven, in die volgorde; […] staat voor wat je weglaat. Laat namen, bedrijven en nummers weg. Lees het nog eens alsof je een concurrent bent.
   *[formal] Wat is geschreven, in die volgorde; […] staat voor wat u weglaat. Laat namen, bedrijven en nummers weg. Lees het nog eens alsof u een concurrent bent.
  }
commitments-quote-text = Citaat, taal: { $language }
commitments-quote-in = Vertaling: { $language }
commitments-quote-choose = Deze woorden kiezen
commitments-quote-asked = Het wordt nu op alle namen gelezen. Binnen enkele minuten staat het bij de citaten, of de reden waarom niet.
commitments-quotes = Citaten
commitments-quotes-lead = Woorden van klanten die dat goed vonden. Een citaat staat zolang de persoon het goedvindt en de woorden het zeggen.
commitments-quotes-none = Geen citaten
commitments-quotes-none-why = { $address ->
    [informal] Woorden kies je bij een antwoord achter een toezegging, waar de persoon citeren goedvond.
   *[formal] Woorden kiest u bij een antwoord achter een toezegging, waar de persoon citeren goedvond.
  }
commitments-quotes-chosen = Zojuist gekozen
commitments-request-asked = Wordt op namen gelezen
commitments-request-refused = Niet aangenomen
commitments-request-done = Gekozen
commitments-request-late = Duurt langer dan normaal
commitments-request-too-late = Het kwam niet op tijd aan de beurt. Kies het nog eens.
commitments-quote-by = gekozen op { $day } door { $who }
commitments-quote-remove = Dit citaat verwijderen
commitments-quote-remove-say = Het is binnen enkele minuten van de pagina en wordt hier vergeten.
commitments-quote-removed = Het citaat is verwijderd.
commitments-fallen-erased = Niet getoond: persoon gewist
commitments-fallen-unconfirmed = Niet getoond: antwoord telt niet
commitments-fallen-taken_back = Niet getoond: toestemming ingetrokken
commitments-fallen-no_words = Niet getoond: woorden zijn weg
commitments-fallen-changed = Niet getoond: antwoord luidt intussen anders
commitments-tell = Vertellen aan wie erom vroeg
commitments-tell-lead = Eén mail per persoon, één keer, in de eigen taal. Niemand krijgt haar twee keer.
commitments-not-yet-not_public = Zij is niet openbaar
commitments-not-yet-not_done = Openbaar staat er niet dat het gedaan is
commitments-not-yet-not_on_page = De openbare pagina zegt nog niet dat het gedaan is
commitments-not-yet-why = De mail leidt naar de pagina, dus die moet het eerst zeggen.
commitments-mail = De mail
commitments-mail-note = { $address ->
    [informal] Als platte tekst; met dezelfde woorden ziet zij eruit als al jullie mails.
   *[formal] Als platte tekst; met dezelfde woorden ziet zij eruit als al uw mails.
  }
commitments-askers = Wie erom vroeg
commitments-the-mail = De mail
commitments-more-askers = Er staan er meer achter. Toon ze, dan horen ook zij het.
commitments-tell-them = { $n ->
    [one] 1 persoon mailen
   *[other] { $n } personen mailen
  }
commitments-tell-say = { $address ->
    [informal] { $n ->
        [one] 1 persoon krijgt de mail die je net hebt gelezen; terughalen kan niet.
       *[other] { $n } personen krijgen de mail die je net hebt gelezen; terughalen kan niet.
      }
   *[formal] { $n ->
        [one] 1 persoon krijgt de mail die u net hebt gelezen; terughalen kan niet.
       *[other] { $n } personen krijgen de mail die u net hebt gelezen; terughalen kan niet.
      }
  }
commitments-told = { $n ->
    [one] Goedgekeurd: 1 mail gaat in het verzendvenster weg.
   *[other] Goedgekeurd: { $n } mails gaan in het verzendvenster weg.
  }
commitments-ahead = { $n ->
    [one] na 1 andere zulke mail
   *[other] na { $n } andere zulke mails
  }
commitments-verdict-now = { $address ->
    [informal] Zodra je ja zegt
   *[formal] Zodra u ja zegt
  }
commitments-verdict-later = Niet voor
commitments-verdict-never = Geen
commitments-verdict-unasked = Nog niet goedgekeurd
commitments-became-waits = Goedgekeurd; wacht tot
commitments-became-soon = Goedgekeurd; gaat over enkele minuten weg
commitments-became-held = Goedgekeurd; gaat alleen weg als de openbare pagina zegt dat het gedaan is
commitments-only-if-on-page = alleen als de openbare pagina zegt dat het gedaan is
commitments-became-sending = Gaat nu weg
commitments-became-sent = Verzonden
commitments-became-unknown = Misschien weggegaan; niemand weet het
commitments-became-failed = Door de maildienst geweigerd
commitments-became-expired = Niet op tijd
commitments-became-skipped = Niet verteld
commitments-why-changed = de pagina luidt sindsdien anders; opnieuw goed te keuren
commitments-why-not_asked = geen antwoord van hen staat er meer achter
commitments-why-not_done = de pagina zegt niet meer dat het gedaan is
commitments-why-not_public = het is niet meer openbaar
commitments-why-survey_due = een enquête volgt binnen enkele dagen
commitments-why-survey_lately = een enquête ging dagen geleden weg
commitments-why-told_already = iemand anders op het adres hoort het
commitments-why-told_in_invitation = een uitnodiging vertelde het
commitments-why-told_lately = kort geleden ging een andere zulke mail weg
commitments-why-too_late = het moment was voorbij
commitments-why-erased = de persoon is gewist
commitments-why-do_not_ask = volgens de contactlijst niet aanschrijven
commitments-why-suppressed = het adres mag niet worden aangeschreven
commitments-why-hold = de klant staat even stil
commitments-why-open_follow_up = iemand werkt aan een antwoord van hen
commitments-why-paused = de verzending staat stil
commitments-why-send_window = buiten het verzendvenster
commitments-why-daily_limit = de daglimiet was bereikt
commitments-why-bounced = het adres bestaat niet
commitments-why-complained = de persoon meldde haar als spam
commitments-why-unsubscribed = de persoon wil geen mails
