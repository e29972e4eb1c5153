/** What `.random` draws its names and words from. Each list is short on purpose: the values are to be read by people. */

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

export const FIRST_NAMES = words(`
  Ada Alan Amara Anna Aisha Ben Carla Chen Daniel Diego Elena Emma Farid Fatima Grace Hana Hugo Ines Ivan Jamal Jana
  Jonas Kenji Lara Leila Liam Lucia Malik Maria Maya Mei Mira Nadia Noah Nora Olga Omar Oscar Paula Priya Rosa Ravi
  Sara Sofia Tomas Uma Vera Viktor Yara Yuki Zoe`);

export const LAST_NAMES = words(`
  Abe Ahmed Alvarez Andersen Bauer Becker Bianchi Brown Costa Diaz Dubois Ferrari Fischer Garcia Gruber Haddad Hansen
  Hoffmann Ivanov Jansen Johnson Kaya Keller Khan Kim Kowalski Kumar Larsen Lehmann Lopez Martin Meyer Moreau Mueller
  Murphy Nakamura Nguyen Novak Okafor Olsen Patel Perez Popescu Rossi Santos Sato Schmidt Silva Singh Smith Suzuki Tanaka
  Taylor Walker Weber Wilson Wong Yilmaz Zhang`);

export const CITIES = words(`
  Accra Amsterdam Athens Auckland Bangkok Barcelona Berlin Bogota Boston Brussels Budapest Cairo Chicago Copenhagen
  Dakar Dublin Geneva Hamburg Helsinki Istanbul Jakarta Kyoto Lagos Lima Lisbon London Lyon Madrid Manila Melbourne
  Milan Montreal Mumbai Munich Nairobi Oslo Osaka Paris Prague Quito Riga Rome Rotterdam Santiago Seoul Singapore Sofia
  Stockholm Sydney Tallinn Tokyo Toronto Turin Vienna Vilnius Warsaw Zagreb Zurich`);

export const COUNTRIES = words(`
  Argentina Australia Austria Belgium Brazil Bulgaria Canada Chile China Colombia Croatia Denmark Ecuador Egypt Estonia
  Finland France Germany Ghana Greece Hungary India Indonesia Ireland Italy Japan Kenya Latvia Lithuania Mexico
  Netherlands Nigeria Norway Peru Philippines Poland Portugal Romania Senegal Singapore Slovakia Slovenia Spain Sweden
  Switzerland Thailand Turkey Ukraine Uruguay Vietnam`);

export const WORDS = words(`
  amber anchor apple arrow autumn basket beacon birch blanket bottle branch bridge bronze button candle canyon carbon
  castle cedar cherry circle cloud cobalt copper coral cotton crystal desert diamond dragon eagle ember engine falcon
  feather forest fountain galaxy garden glacier granite harbor hazel horizon indigo island ivory jasmine jungle kettle
  lagoon lantern lemon lilac linen lunar magnet maple marble meadow meteor mirror mountain nectar ocean olive orbit
  orchid paper pebble pepper pine planet plaza prism quartz rabbit raven ribbon river rocket saffron sapphire shadow
  silver summit sunset thunder tiger timber tulip valley velvet violet walnut willow winter zephyr`);

export const COMPANY_FORMS = ['AG', 'BV', 'GmbH', 'Inc', 'Ltd', 'SA'] as const;
export const CURRENCIES = [
  'AUD',
  'BRL',
  'CAD',
  'CHF',
  'CNY',
  'EUR',
  'GBP',
  'INR',
  'JPY',
  'SEK',
  'USD',
] as const;
export const COLORS = words(
  'black blue brown cyan gold green grey magenta orange pink purple red silver white yellow',
);
