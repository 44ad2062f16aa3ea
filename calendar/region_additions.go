package calendar

import "time"

// additions are the holidays that rickar/cal lacks, for a region or for a
// country with all its parts, each with the act or decree that it follows.
var additions = map[string][]rule{
	// Geneva, LJF; Vaud, LEmp s. 47; Neuchâtel, loi sur le dimanche; Jura, loi
	// sur les jours fériés; Ticino, legge sui giorni festivi.
	"CH-GE": {
		{name: "Jeûne genevois", kind: ruleNth, month: time.September, weekday: time.Sunday, n: 1, plus: 4},
		every(time.December, 31, 0, "Restauration de la République"),
	},
	"CH-VD": {
		{name: "Lundi du Jeûne fédéral", kind: ruleNth, month: time.September, weekday: time.Sunday, n: 3, plus: 1},
	},
	"CH-NE": {
		every(time.March, 1, 0, "Instauration de la République"),
	},
	"CH-JU": {
		every(time.June, 23, 0, "Commémoration du plébiscite jurassien"),
	},
	"CH-TI": {
		every(time.June, 29, 0, "Santi Pietro e Paolo"),
	},

	// 500 years of the Reformation, by acts of all states; the Feiertagsgesetze
	// of Brandenburg, Berlin (75 and 80 years after the war and, by the act of 10
	// July 2024 too, 75 after the uprising of 1953) and, of 2022,
	// Mecklenburg-Vorpommern.
	"DE": {
		on(2017, time.October, 31, "Reformationstag"),
	},
	"DE-BB": {
		{name: "Ostersonntag", kind: ruleEaster},
		{name: "Pfingstsonntag", kind: ruleEaster, n: 49},
	},
	"DE-BE": {
		on(2020, time.May, 8, "Tag der Befreiung"),
		on(2025, time.May, 8, "Tag der Befreiung"),
		on(2028, time.June, 17, "Jahrestag des Volksaufstands"),
	},
	"DE-MV": {
		every(time.March, 8, 2023, "Frauentag"),
	},

	// Royal proclamations.
	"GB": {
		on(1977, time.June, 7, "Silver Jubilee Bank Holiday"),
		on(1981, time.July, 29, "Royal Wedding"),
		on(1995, time.May, 8, "Early May"),
		on(1999, time.December, 31, "Millennium Bank Holiday"),
		on(2002, time.June, 3, "Golden Jubilee Bank Holiday"),
		on(2002, time.June, 4, "Spring Bank Holiday"),
		on(2011, time.April, 29, "Royal Wedding"),
		on(2012, time.June, 4, "Spring Bank Holiday"),
		on(2012, time.June, 5, "Diamond Jubilee Bank Holiday"),
		on(2022, time.September, 19, "State Funeral of Queen Elizabeth II"),
	},

	// The act before NN 110/2019.
	"HR": {
		{name: "Dan državnosti", month: time.June, day: 25, first: 2002, last: 2019},
		{name: "Dan neovisnosti", month: time.October, day: 8, first: 2002, last: 2019},
	},

	// Legge 151 of 2025.
	"IT": {
		every(time.October, 4, 2026, "San Francesco d'Assisi"),
	},

	// Luxembourg's act of 25 April 2019.
	"LU": {
		every(time.May, 9, 2019, "Europadag"),
	},

	// Ley Federal del Trabajo art. 74: every six years, since 2024 in October.
	"MX": {
		on(2006, time.December, 1, "Presidential Inauguration"),
		on(2012, time.December, 1, "Presidential Inauguration"),
		on(2018, time.December, 1, "Presidential Inauguration"),
		{name: "Presidential Inauguration", kind: ruleCompute, month: time.October, compute: mexicanInauguration},
	},

	// The Queen's day, moved from a Sunday to the day before.
	"NL": {
		{name: "Koninginnedag", month: time.April, day: 30, first: 1980, last: 2013, moves: [7]int8{time.Sunday: -1}},
	},

	// Holidays Act 2003 and the acts of 2022: the mourning day, and Matariki by
	// the table of its act, which ends in 2052.
	"NZ": {
		on(2022, time.September, 26, "Queen Elizabeth II Memorial Day"),
		{name: "Matariki", kind: ruleCompute, month: time.June, compute: matariki},
	},

	// A hundred years of independence, ustawa of 7 November 2018.
	"PL": {
		on(2018, time.November, 12, "Święto Narodowe"),
	},

	// Labour Code s. 112 as of 2013.
	"RU": {
		every(time.January, 2, 2013, "Новогодние каникулы"),
		every(time.January, 3, 2013, "Новогодние каникулы"),
		every(time.January, 4, 2013, "Новогодние каникулы"),
		every(time.January, 5, 2013, "Новогодние каникулы"),
		every(time.January, 6, 2013, "Новогодние каникулы"),
		every(time.January, 8, 2013, "Новогодние каникулы"),
	},

	// After the floods.
	"SI": {
		on(2023, time.August, 14, "dan solidarnosti"),
	},

	// Laws 3107-IX and 3258-IX.
	"UA": {
		{name: "День пам’яті та перемоги над нацизмом", month: time.May, day: 8, first: 2024, moves: saturdaySundayToMonday},
		{name: "День Української Державності", month: time.July, day: 28, first: 2022, last: 2023, moves: saturdaySundayToMonday},
		{name: "День Української Державності", month: time.July, day: 15, first: 2024, moves: saturdaySundayToMonday},
		{name: "День захисників і захисниць України", month: time.October, day: 1, first: 2023, moves: saturdaySundayToMonday},
	},

	// Proclamations under the Public Holidays Act 36 of 1994.
	"ZA": {
		on(2014, time.May, 7, "General Elections"),
		on(2016, time.August, 3, "Local Government Elections"),
		on(2019, time.May, 8, "General Elections"),
		on(2021, time.November, 1, "Local Government Elections"),
		on(2023, time.December, 15, "Rugby World Cup Victory"),
		on(2024, time.May, 29, "General Elections"),
	},
}
