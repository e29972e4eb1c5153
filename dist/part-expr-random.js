import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/seeded-random.ts
import { createHash } from "node:crypto";
function seededRandom(...key) {
  let state;
  return () => {
    state ??= seedOf(key);
    return (nextWord(state) * 2 ** 21 + (nextWord(state) >>> 11)) / 2 ** 53;
  };
}
__name(seededRandom, "seededRandom");
function seedOf(key) {
  const digest = createHash("sha256").update(JSON.stringify(key)).digest();
  return Uint32Array.from({ length: 4 }, (_, index) => digest.readUInt32LE(index * 4));
}
__name(seedOf, "seedOf");
function nextWord(state) {
  const [a = 0, b = 0, c = 0, d = 0] = state;
  const x = c ^ a;
  const y = d ^ b;
  state.set([a ^ y, b ^ x, x ^ b << 9, rotate(y, 11)]);
  return Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
}
__name(nextWord, "nextWord");
function rotate(word, bits) {
  return (word << bits | word >>> 32 - bits) >>> 0;
}
__name(rotate, "rotate");

// src/expr/random-words.ts
var FIRST_NAMES = list(
  "Ada Aiko Amir Amara Ana Anders Aylin Beatriz Björn Camille Chidi Clara Daniel Diego Elena Elif Emeka Emil Emma Farid Fatima Finn Gabriel Grace Hana Hugo Ibrahim Ines Ingrid Ivan Jana Jin Jonas Julia Kofi Lars Leila Liam Linh Luca Lucía Maja Malik Maria Mateo Mei Mia Milan Mohammed Nadia Nia Noah Nora Olga Omar Oscar Paula Pavel Priya Rafael Ravi Rosa Sakura Samir Sara Sofia Stefan Tariq Theo Tomás Uma Valentina Victor Wei Yara Yuki Yusuf Zahra Zoë"
);
var LAST_NAMES = list(
  "Abe Adeyemi Ahmed Almeida Andersson Bauer Becker Bianchi Blanc Brown Castro Chen Costa Cruz Dahl Diaz Dubois Eriksen Evans Farouk Fernández Fischer García Gonzalez Gupta Haas Hansen Hassan Hoffmann Ito Ivanova Jansen Johnson Jones Kaya Khan Kim Klein Kowalski Kumar Lam Larsen Lee Lopez Mahmoud Martin Mendes Meyer Mori Müller Nakamura Nguyen Nielsen Novak Nowak Okafor Olsen Park Patel Pereira Petrov Reyes Rossi Santos Sato Schmidt Silva Singh Smith Svensson Tanaka Torres Tran Vogel Wagner Wang Weber Williams Wu Yilmaz Zhang"
);
var CITIES = list(
  "Accra Amsterdam Athens Auckland Bangkok Barcelona Beijing Berlin Bogotá Boston Brussels Budapest Busan Cairo Chennai Chicago Copenhagen Dakar Delhi Dublin Edinburgh Geneva Hamburg Hanoi Helsinki Istanbul Jakarta Kigali Kyoto Lagos Lima Lisbon London Lyon Madrid Manila Melbourne Milan Montréal Mumbai Munich Nairobi Naples Osaka Oslo Paris Perth Porto Prague Quito Riga Rome Santiago Seattle Seoul Singapore Sofia Stockholm Sydney Taipei Tallinn Tokyo Toronto Tunis Vienna Vilnius Warsaw Zagreb Zürich"
);
var COUNTRIES = list(
  "Argentina Australia Austria Belgium Brazil Canada Chile China Colombia Croatia Denmark Egypt Estonia Finland France Germany Ghana Greece Hungary Iceland India Indonesia Ireland Italy Japan Kenya Latvia Lithuania Malaysia Mexico Morocco Nepal Netherlands Nigeria Norway Peru Philippines Poland Portugal Romania Rwanda Senegal Serbia Singapore Slovakia Slovenia Spain Sweden Switzerland Thailand Tunisia Turkey Uruguay Vietnam"
);
var WORDS = list(
  "amber anchor apple arrow autumn bamboo basin beacon bird blue bridge bright brook cabin candle canyon cedar circle cloud coast copper coral crystal dawn delta desert dream dune eagle early echo ember falcon feather field flame forest fountain fox garden glacier gold grain granite green harbor hazel hill horizon ice island ivory jade journey lake lantern leaf light lily lunar maple marble meadow mirror mist moon morning mountain night north oak ocean olive orchid path pearl pebble pine planet prairie quiet rain raven red reef river robin rose sand sea shadow silent silver sky snow south spark spring star stone storm stream summer sun thunder tide timber valley velvet violet water wave west white willow wind winter wolf wonder"
);
var COMPANY_FORMS = list("AG BV GmbH Inc Ltd SA");
var CURRENCIES = list("AUD BRL CAD CHF CNY EUR GBP INR JPY SEK USD");
var COLORS = list(
  "black blue brown cyan gold green grey magenta orange pink purple red silver white yellow"
);
function list(words) {
  return words.split(" ");
}
__name(list, "list");

// src/expr/random.ts
var FIRST_MOMENT_MS = Date.UTC(2020, 0, 1);
var LAST_MOMENT_MS = Date.UTC(2029, 11, 31);
var LARGEST_INT = 2 ** 31 - 1;
var DRAWS = {
  uuid: /* @__PURE__ */ __name((dice) => `${dice.hex(8)}-${dice.hex(4)}-4${dice.hex(3)}-${dice.pick(["8", "9", "a", "b"])}${dice.hex(3)}-${dice.hex(12)}`, "uuid"),
  int: /* @__PURE__ */ __name((dice) => dice.whole(0, LARGEST_INT), "int"),
  float: /* @__PURE__ */ __name((dice) => dice.fraction(), "float"),
  boolean: /* @__PURE__ */ __name((dice) => dice.fraction() < 0.5, "boolean"),
  digit: /* @__PURE__ */ __name((dice) => dice.whole(0, 9), "digit"),
  hex: /* @__PURE__ */ __name((dice) => dice.hex(16), "hex"),
  word: /* @__PURE__ */ __name((dice) => dice.pick(WORDS), "word"),
  words: /* @__PURE__ */ __name((dice) => `${dice.pick(WORDS)} ${dice.pick(WORDS)} ${dice.pick(WORDS)}`, "words"),
  firstName: /* @__PURE__ */ __name((dice) => dice.pick(FIRST_NAMES), "firstName"),
  lastName: /* @__PURE__ */ __name((dice) => dice.pick(LAST_NAMES), "lastName"),
  fullName: /* @__PURE__ */ __name((dice) => `${dice.pick(FIRST_NAMES)} ${dice.pick(LAST_NAMES)}`, "fullName"),
  email: /* @__PURE__ */ __name((dice) => `${plain(dice.pick(FIRST_NAMES))}.${plain(dice.pick(LAST_NAMES))}${dice.whole(1, 999)}@example.com`, "email"),
  phone: /* @__PURE__ */ __name((dice) => `+1-555-${dice.whole(200, 999)}-${dice.whole(1e3, 9999)}`, "phone"),
  company: /* @__PURE__ */ __name((dice) => `${dice.pick(LAST_NAMES)} ${dice.pick(COMPANY_FORMS)}`, "company"),
  ip: /* @__PURE__ */ __name((dice) => `10.${dice.whole(0, 255)}.${dice.whole(0, 255)}.${dice.whole(1, 254)}`, "ip"),
  ipv6: /* @__PURE__ */ __name((dice) => `2001:db8:${Array.from({ length: 6 }, () => dice.hex(4)).join(":")}`, "ipv6"),
  url: /* @__PURE__ */ __name((dice) => `https://${dice.pick(WORDS)}.example.com/${dice.pick(WORDS)}`, "url"),
  city: /* @__PURE__ */ __name((dice) => dice.pick(CITIES), "city"),
  country: /* @__PURE__ */ __name((dice) => dice.pick(COUNTRIES), "country"),
  latitude: /* @__PURE__ */ __name((dice) => dice.whole(-9e7, 9e7) / 1e6, "latitude"),
  longitude: /* @__PURE__ */ __name((dice) => dice.whole(-18e7, 18e7) / 1e6, "longitude"),
  color: /* @__PURE__ */ __name((dice) => dice.pick(COLORS), "color"),
  currency: /* @__PURE__ */ __name((dice) => dice.pick(CURRENCIES), "currency"),
  amount: /* @__PURE__ */ __name((dice) => dice.whole(1, 1e6) / 100, "amount"),
  timestamp: /* @__PURE__ */ __name((dice) => dice.whole(FIRST_MOMENT_MS, LAST_MOMENT_MS), "timestamp"),
  date: /* @__PURE__ */ __name((dice) => new Date(dice.whole(FIRST_MOMENT_MS, LAST_MOMENT_MS)).toISOString().slice(0, 10), "date"),
  dateTime: /* @__PURE__ */ __name((dice) => new Date(dice.whole(FIRST_MOMENT_MS, LAST_MOMENT_MS)).toISOString(), "dateTime")
};
function plain(name) {
  return name.normalize("NFD").replaceAll(/[^A-Za-z]/g, "").toLowerCase();
}
__name(plain, "plain");
var randomNames = Object.keys(DRAWS);
function isRandomName(name) {
  return Object.hasOwn(DRAWS, name);
}
__name(isRandomName, "isRandomName");
function createRandomValues(...key) {
  const fraction = seededRandom(...key);
  const whole = /* @__PURE__ */ __name((least, most) => least + Math.floor(fraction() * (most - least + 1)), "whole");
  const dice = {
    fraction,
    whole,
    pick: /* @__PURE__ */ __name((items) => items[whole(0, items.length - 1)], "pick"),
    // no list here is empty
    hex: /* @__PURE__ */ __name((length) => Array.from({ length }, () => whole(0, 15).toString(16)).join(""), "hex")
  };
  let forks = 0;
  return { draw: /* @__PURE__ */ __name((name) => DRAWS[name](dice), "draw"), fork: /* @__PURE__ */ __name(() => [...key, "fork", forks++], "fork") };
}
__name(createRandomValues, "createRandomValues");
var RANDOM = /* @__PURE__ */ Symbol("random");
function withRandom(context, random) {
  return { ...context, [RANDOM]: random };
}
__name(withRandom, "withRandom");
function randomOf(context) {
  return typeof context === "object" && context !== null ? context[RANDOM] : void 0;
}
__name(randomOf, "randomOf");

export {
  seededRandom,
  randomNames,
  isRandomName,
  createRandomValues,
  withRandom,
  randomOf
};
