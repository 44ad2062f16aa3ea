package calendar

import (
	"slices"
	"time"
)

// Malaysia's lunar and declared holidays cannot be computed, so they are a
// table, for the days of all Malaysia and for two of its parts. It was compiled
// in November 2026 from the federal schedule of holidays, the exchange's closing
// days and published calendars; each row says what it rests on.
var malaysia = map[string]malaysianScope{"MY": myNationwide, "MY-10": mySelangor, "MY-14": myKualaLumpur}

// A malaysianDay is a holiday, and by how many days it is moved. By the Holidays
// Act 1951 s. 3 a holiday that falls on a Sunday moves to the next day that is
// none, in the parts whose weekend is Saturday and Sunday. That is the parts'
// own affair: in the list of all Malaysia such a holiday stays on its Sunday.
type malaysianDay struct {
	year, month, day int
	moved            int // days to the day off
	name             string
	scope            malaysianScope
	basis            malaysianBasis
}

// A malaysianScope is a set of regions.
type malaysianScope uint8

const (
	myNationwide malaysianScope = 1 << iota
	mySelangor
	myKualaLumpur

	myParts = mySelangor | myKualaLumpur
	myAll   = myNationwide | mySelangor | myKualaLumpur
)

// A malaysianBasis is what a date rests on.
type malaysianBasis uint8

const (
	myOfficial  malaysianBasis = iota // the federal schedule, the exchange's own list or a notice, and a calendar
	myPublished                       // a published calendar, and a second one
	myAgreed                          // at least two calendars that agree
	mySingle                          // one calendar only, for a Saturday
	myDeclared                        // a holiday declared for one occasion
	myEstimated                       // a lunar date to come, on which calendars agree
	myByRule                          // a fixed date to come
)

const (
	myNewYear      = "New Year's Day"
	myTerritory    = "Federal Territory Day"
	myThaipusam    = "Thaipusam"
	myChinese1     = "Chinese New Year, first day"
	myChinese2     = "Chinese New Year, second day"
	myNuzul        = "Nuzul Al-Quran"
	myPuasaExtra   = "Hari Raya Puasa, additional day"
	myPuasa1       = "Hari Raya Puasa, first day"
	myPuasa2       = "Hari Raya Puasa, second day"
	myHaji         = "Hari Raya Haji"
	myLabour       = "Labour Day"
	myWesak        = "Wesak Day"
	myKing         = "Birthday of the Yang di-Pertuan Agong"
	myMuharram     = "Awal Muharram"
	myProphet      = "Birthday of the Prophet Muhammad"
	myNational     = "National Day"
	myMalaysiaDay  = "Malaysia Day"
	myDeepavali    = "Deepavali"
	mySultan       = "Birthday of the Sultan of Selangor"
	myChristmas    = "Christmas Day"
	myInstallation = "Installation of the Yang di-Pertuan Agong"
	mySeaGames     = "Success at the SEA Games"
	myElection     = "General election"
	myMalaysiaCup  = "Victory in the Malaysia Cup"

	myPrimeMinister = "Special holiday after the general election"
	myMalaysiaExtra = "Malaysia Day, additional day"
)

// The confirmed years and, by region, the last estimated year of which no
// holiday is missing.
const (
	malaysiaFirstYear = 2015
	malaysiaConfirmed = 2026
)

func malaysiaEstimated(scope malaysianScope) int {
	if scope == myNationwide {
		return 2029
	}
	return 2027
}

// malaysianTable returns the holidays of one of malaysia's regions through the
// end of a year.
func malaysianTable(scope malaysianScope, last int) *holidayTable {
	reach := Period{fromCivil(malaysiaFirstYear, time.January, 1), fromCivil(last, time.December, 31)}
	return &holidayTable{reach: reach, scope: scope}
}

// appendMalaysian appends the holidays of a year and a region, in the order of
// the days that they stand for. No holiday of December moves to January.
func appendMalaysian(dst []Holiday, scope malaysianScope, year int) []Holiday {
	part := malaysia2015
	switch {
	case year >= 2027:
		part = malaysia2027
	case year >= 2021:
		part = malaysia2021
	}
	from, _ := slices.BinarySearchFunc(part, year, func(d malaysianDay, year int) int { return d.year - year })
	for _, d := range part[from:] {
		if d.year != year {
			break
		}
		if d.scope&scope != 0 {
			actual := fromCivil(d.year, time.Month(d.month), d.day)
			dst = append(dst, Holiday{Date: Date{actual.n + int32(d.moved)}, Name: d.name, Actual: actual})
		}
	}
	return dst
}
