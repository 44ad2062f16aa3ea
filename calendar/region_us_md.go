package calendar

import "time"

// Maryland: the holidays of the United States and those of the state, by its
// General Provisions Article, s. 1-111. PUR-1 reads "holidays of Maryland" in
// two ways, so there are two lists.
const (
	marylandCode          = "US-MD"
	marylandStateClosings = "state-closings"
	marylandStatutory     = "statutory"
)

// stateClosings returns the days on which the state's offices close: the
// federal ones as the federation observes them, with the day after Thanksgiving
// and the days of statewide general elections.
func stateClosings(federal []*rule) []*rule {
	return append(federal[:len(federal):len(federal)],
		&rule{name: "American Indian Heritage Day", kind: ruleNth, month: time.November, weekday: time.Thursday, n: 4, plus: 1, first: 2008},
		&rule{name: "Statewide General Election Day", kind: ruleCompute, month: time.November, compute: generalElection},
	)
}

// statutory returns all legal holidays: those on which the state's offices
// close, and four that only the law knows. These move from a Sunday to Monday
// and stay on a Saturday.
func statutory(closings []*rule) []*rule {
	sundayToMonday := [7]int8{time.Sunday: 1}
	return append(closings[:len(closings):len(closings)],
		&rule{name: "Lincoln's Birthday", month: time.February, day: 12, moves: sundayToMonday},
		&rule{name: "Maryland Day", month: time.March, day: 25, moves: sundayToMonday},
		&rule{name: "Good Friday", kind: ruleEaster, n: -2},
		&rule{name: "Defenders' Day", month: time.September, day: 12, moves: sundayToMonday},
	)
}

// generalElection returns the Tuesday after the first Monday of November, in
// even years.
func generalElection(year int) (Date, bool) {
	return nthWeekday(fromCivil(year, time.November, 2), time.Tuesday, 1), year%2 == 0
}
