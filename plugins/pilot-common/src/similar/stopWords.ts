/**
 * Words that join others and name nothing, in the languages that catalogs are
 * most often written in, and the catalog's own words for what kind of thing an
 * entity is: of "User service" and "Order service" they say nothing. How much
 * other words tell depends on the catalog, and the index weighs them by that.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `
  a about above after again against all also an and any are as at be because been before being below between both but
  by can cannot could did do does doing down during each else every few for from further get gets give gives had has
  have having he her here hers him his how i if in instead into is it its itself just let like make makes may me might
  more most must my need needs no nobody nor not now of off on once one only or other our ours out over own per same
  she should so some such than that the their theirs them then there these they this those through to too under until
  up us use used uses very via want was we were what when where whether which while who whom whose why will with
  within without would yet you your yours

  aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist da damit dann das
  dass dein dem den denn der des dich die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen
  einer eines er es etwas fur gegen hat hatte hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ist ja je
  jede jedem jeden jeder jedes jetzt kann kein keine keinem keinen keiner konnen machen man mehr mein mit muss mussen
  nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner sich sie sind so sodass soll sollen
  sondern uber um und uns unser unsere unter viel vom von vor war waren was weil weiter wenn werden wer wie wieder will
  wir wird wo zu zum zur zwischen

  au aux avec c car ce ces cet cette chaque comme d dans de depuis des donc dont du elle elles en entre est et eux il
  ils j je l la le les leur leurs lors lui m mais meme mes moi mon n ne nos notre nous on ou par pas peu plus pour qu que
  quel quelle qui s sa sans se ses si son sont sous sur t ta te tes toi ton tous tout toute toutes tres tu un une vers
  vos votre vous y

  api apis app application applications apps component components libraries library microservice microservices platform
  platforms resource resources service services system systems tool tools
  anwendung anwendungen bibliothek dienst dienste plattform plattformen schnittstelle schnittstellen systeme werkzeug
  bibliotheque outil outils plateforme plateformes systeme systemes
  `
    .trim()
    .split(/\s+/),
);
