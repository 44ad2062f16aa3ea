package calendar

import (
	"slices"
	"time"
)

// A correction is what becomes of the rules of a name.
type correction struct {
	name string
	edit edit
}

// applied returns the rules after a correction; those that are given stay as
// they are, since regions share them.
func (c correction) applied(rules []*rule) []*rule {
	named := func(r *rule) bool { return r.name == c.name }
	if !slices.ContainsFunc(rules, named) {
		return rules
	}
	var after []*rule
	for _, r := range rules {
		if named(r) {
			after = append(after, c.edit(*r)...)
		} else {
			after = append(after, r)
		}
	}
	return after
}

// corrections change rules of rickar/cal that are wrong, for a region or for a
// country with all its parts. A rule is found by its name. Each row gives the
// act or decree that it follows, or what is plainly wrong in the source. What
// is only doubtful stays as it is.
var corrections = map[string][]correction{
	// Argentina, Ley 27.399: Viernes Santo is a Friday; the source has Thursday.
	"AR": {
		{"Viernes Santo", becomes(rule{kind: ruleEaster, n: -2})},
	},

	// Australia: the King's birthday, in all states, since the accession.
	"AU": {
		{"Queen's Birthday", renamedSince(2023, "King's Birthday")},
	},

	// Bulgaria, Labour Code s. 154: moved to Tuesday when 1 May is Easter
	// Saturday or Sunday. The source does so too when Easter is later in May.
	"BG": {
		{"Ден на труда и на международната работническа солидарност", becomes(
			rule{kind: ruleCompute, month: time.May, compute: bulgarianMayDay(false), moves: saturdaySundayToMonday},
			rule{kind: ruleCompute, month: time.May, compute: bulgarianMayDay(true), moves: [7]int8{time.Saturday: 3, time.Sunday: 2}},
		)},
	},

	// Brazil, Lei 14.759 of 2023.
	"BR": {
		{"Dia da Consciência Negra", since(2024)},
	},

	// Geneva (LJF, J 1 45) and Neuchâtel (Le Landeron only) have no Corpus Christi.
	"CH-GE": {
		{"Fronleichnam", dropped},
	},
	"CH-NE": {
		{"Fronleichnam", dropped},
	},

	// Cyprus: as the source has them, but right after February 2100 too.
	"CY": {
		{"Μεγάλη Παρασκευή", becomes(rule{kind: ruleOrthodoxEaster, n: -2})},
		{"Δευτέρα του Πάσχα", becomes(rule{kind: ruleOrthodoxEaster, n: 1})},
	},

	// Czech Republic, zákon 359/2015 Sb.
	"CZ": {
		{"Velký pátek", since(2016)},
	},

	// Germany: Einigungsvertrag art. 2; 2017 was a holiday in all states (see
	// additions), so not by their own acts; the acts of 2018 of four northern
	// states; Berlin's of 2019.
	"DE": {
		{"Tag der Deutschen Einheit", since(1990)},
		{"Reformationstag", notIn(2017)},
	},
	"DE-HB": {
		{"Reformationstag", since(2018)},
	},
	"DE-HH": {
		{"Reformationstag", since(2018)},
	},
	"DE-NI": {
		{"Reformationstag", since(2018)},
	},
	"DE-SH": {
		{"Reformationstag", since(2018)},
	},
	"DE-BE": {
		{"Frauentag", since(2019)},
	},

	// Britain, Banking and Financial Dealings Act 1971, schedule 1, and royal
	// proclamations under it. When Christmas Day is a Sunday, Boxing Day keeps
	// its Monday and Tuesday 27 December stands for Christmas Day.
	"GB": {
		{"New Year's Day", since(1974)},
		{"Early May", since(1978)},
		{"Early May", notIn(1995)},
		{"Spring Bank Holiday", notIn(2002, 2012)},
		{"Christmas Day", moving(twoDaysOn)},
		{"Boxing Day", moving(twoDaysOn)},
	},

	// Greece: the source names New Year's Day Christmas, in Latin letters.
	"GR": {
		{"Xristougenna", renamed("Πρωτοχρονιά")},
	},

	// Croatia, Zakon o blagdanima, NN 110/2019.
	"HR": {
		{"Dan državnosti", since(2020)},
		{"Dan sjećanja na žrtve Domovinskog rata", since(2020)},
	},

	// Hungary, 2017. évi XIII. törvény.
	"HU": {
		{"Nagypéntek", since(2017)},
	},

	// Japan, the act of 1948 s. 3 (3): the source stops in 2032. The equinoxes
	// are as the source has them, in whole numbers.
	"JP": {
		{"National holiday between Respect for the Aged Day and Autumnal Equinox Day",
			becomes(rule{kind: ruleCompute, month: time.September, compute: japaneseDayBetween})},
		{"Vernal Equinox Day", becomes(rule{kind: ruleCompute, month: time.March, compute: vernalEquinox, moves: [7]int8{time.Sunday: 1}})},
		{"Autumnal Equinox Day", becomes(rule{kind: ruleCompute, month: time.September, compute: autumnalEquinox, moves: [7]int8{time.Sunday: 1}})},
	},

	// Luxembourg: the national day is in June; the source has July.
	"LU": {
		{"Nationalfeierdag", becomes(every(time.June, 23, 0, ""))},
	},

	// Mexico, Ley Federal del Trabajo art. 74 as of 2006: Mondays, and no day is
	// moved from a weekend.
	"MX": {
		{"New Year's Day", moving([7]int8{})},
		{"Constitution Day", becomes(ending(2005, every(time.February, 5, 0, "")), nth(1, time.Monday, time.February, 2006, ""))},
		{"Benito Juárez's Birthday", becomes(ending(2005, every(time.March, 21, 0, "")), nth(3, time.Monday, time.March, 2006, ""))},
		{"Labour Day", moving([7]int8{})},
		{"Independence Day", moving([7]int8{})},
		{"Revolution Day", becomes(ending(2005, every(time.November, 20, 0, "")), nth(3, time.Monday, time.November, 2006, ""))},
		{"Christmas Day", moving([7]int8{})},
	},

	// Netherlands: the King's birthday; the Queen's before, see additions.
	"NL": {
		{"Koningsdag", since(2014)},
	},

	// New Zealand, Holidays Act 2003 ss. 45 and 45A (since 2014).
	"NZ": {
		{"New Year's Day", moving(twoDaysOn)},
		{"Day after New Year's Day", moving(twoDaysOn)},
		{"Waitangi Day", movedSince(2014)},
		{"ANZAC Day", movedSince(2014)},
		{"Queen's Birthday", renamedSince(2023, "King's Birthday")},
		{"Christmas Day", moving(twoDaysOn)},
		{"Boxing Day", moving(twoDaysOn)},
	},

	// Poland, ustawa of 24 September 2010.
	"PL": {
		{"Święto Trzech Króli", since(2011)},
	},

	// Portugal, Lei 23/2012: four holidays suspended; restored by Lei 8/2016.
	"PT": {
		{"Corpo de Deus", notIn(2013, 2014, 2015)},
		{"Implantação da República", notIn(2013, 2014, 2015)},
		{"Dia de Todos os Santos", notIn(2013, 2014, 2015)},
		{"Restauração da Independência", notIn(2013, 2014, 2015)},
	},

	// Russia, Labour Code s. 112: January's days move by decree only, year by
	// year; a misspelt name.
	"RU": {
		{"Новый Год", moving([7]int8{})},
		{"Рождество Христово", moving([7]int8{})},
		{"День народного едиснтва России", renamed("День народного единства")},
	},

	// Slovenia, ZUJF: suspended.
	"SI": {
		{"novo leto", secondOfJanuaryNotIn(2013, 2014, 2015, 2016)},
	},

	// Ukraine, laws 2211-VIII (2017), 3107-IX and 3258-IX (2023).
	"UA": {
		{"Різдво", christmasOfUkraine},
		{"День перемоги над нацизмом у Другій світовій війні", until(2023)},
		{"День захисника України", until(2022)},
	},

	// The holiday bears his name since 1986 (Public Law 98-144).
	"US": {
		{"Martin Luther King Jr. Day", since(1986)},
	},
}

// secondOfJanuaryNotIn leaves out 2 January, where both days bear one name.
func secondOfJanuaryNotIn(years ...int) edit {
	return func(r rule) []*rule {
		if r.day == 2 {
			return notIn(years...)(r)
		}
		return []*rule{&r}
	}
}

// christmasOfUkraine ends the Christmas of January and begins that of December.
func christmasOfUkraine(r rule) []*rule {
	if r.month == time.January {
		return until(2023)(r)
	}
	return since(2017)(r)
}
