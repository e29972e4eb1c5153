/** What `.random` draws from: enough of each that two rarely are the same, all of them plain. */
export const FIRST_NAMES = list(
  'Ada Aiko Amir Amara Ana Anders Aylin Beatriz Björn Camille Chidi Clara Daniel Diego Elena Elif Emeka Emil Emma Farid Fatima Finn Gabriel Grace Hana Hugo Ibrahim Ines Ingrid Ivan Jana Jin Jonas Julia Kofi Lars Leila Liam Linh Luca Lucía Maja Malik Maria Mateo Mei Mia Milan Mohammed Nadia Nia Noah Nora Olga Omar Oscar Paula Pavel Priya Rafael Ravi Rosa Sakura Samir Sara Sofia Stefan Tariq Theo Tomás Uma Valentina Victor Wei Yara Yuki Yusuf Zahra Zoë',
);
export const LAST_NAMES = list(
  'Abe Adeyemi Ahmed Almeida Andersson Bauer Becker Bianchi Blanc Brown Castro Chen Costa Cruz Dahl Diaz Dubois Eriksen Evans Farouk Fernández Fischer García Gonzalez Gupta Haas Hansen Hassan Hoffmann Ito Ivanova Jansen Johnson Jones Kaya Khan Kim Klein Kowalski Kumar Lam Larsen Lee Lopez Mahmoud Martin Mendes Meyer Mori Müller Nakamura Nguyen Nielsen Novak Nowak Okafor Olsen Park Patel Pereira Petrov Reyes Rossi Santos Sato Schmidt Silva Singh Smith Svensson Tanaka Torres Tran Vogel Wagner Wang Weber Williams Wu Yilmaz Zhang',
);
export const CITIES = list(
  'Accra Amsterdam Athens Auckland Bangkok Barcelona Beijing Berlin Bogotá Boston Brussels Budapest Busan Cairo Chennai Chicago Copenhagen Dakar Delhi Dublin Edinburgh Geneva Hamburg Hanoi Helsinki Istanbul Jakarta Kigali Kyoto Lagos Lima Lisbon London Lyon Madrid Manila Melbourne Milan Montréal Mumbai Munich Nairobi Naples Osaka Oslo Paris Perth Porto Prague Quito Riga Rome Santiago Seattle Seoul Singapore Sofia Stockholm Sydney Taipei Tallinn Tokyo Toronto Tunis Vienna Vilnius Warsaw Zagreb Zürich',
);
export const COUNTRIES = list(
  'Argentina Australia Austria Belgium Brazil Canada Chile China Colombia Croatia Denmark Egypt Estonia Finland France Germany Ghana Greece Hungary Iceland India Indonesia Ireland Italy Japan Kenya Latvia Lithuania Malaysia Mexico Morocco Nepal Netherlands Nigeria Norway Peru Philippines Poland Portugal Romania Rwanda Senegal Serbia Singapore Slovakia Slovenia Spain Sweden Switzerland Thailand Tunisia Turkey Uruguay Vietnam',
);
export const WORDS = list(
  'amber anchor apple arrow autumn bamboo basin beacon bird blue bridge bright brook cabin candle canyon cedar circle cloud coast copper coral crystal dawn delta desert dream dune eagle early echo ember falcon feather field flame forest fountain fox garden glacier gold grain granite green harbor hazel hill horizon ice island ivory jade journey lake lantern leaf light lily lunar maple marble meadow mirror mist moon morning mountain night north oak ocean olive orchid path pearl pebble pine planet prairie quiet rain raven red reef river robin rose sand sea shadow silent silver sky snow south spark spring star stone storm stream summer sun thunder tide timber valley velvet violet water wave west white willow wind winter wolf wonder',
);

export const COMPANY_FORMS = list('AG BV GmbH Inc Ltd SA');
export const CURRENCIES = list('AUD BRL CAD CHF CNY EUR GBP INR JPY SEK USD');
export const COLORS = list(
  'black blue brown cyan gold green grey magenta orange pink purple red silver white yellow',
);

function list(words: string): readonly string[] {
  return words.split(' ');
}
