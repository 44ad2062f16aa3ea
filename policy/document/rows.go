package document

import (
	"github.com/slaclock/slaclock/calendar"
)

// A Calendar is a row of calendars: working hours under a name, with conditions. It is
// described by its own fields, or made of other calendars by one of Union, Intersection,
// Difference and As. The zero Calendar has no name, which is a mistake.
type Calendar struct {
	Name string `json:"name" need:"yes" doc:"as targets and answers name it"`
	When When   `json:"when" doc:"the tickets that it is for; of several rows with the same name the most specific wins"`

	Zone   *Value `json:"zone" doc:"the zone of the wall-clock times: a name of the tz database, or an offset such as +08:00"`
	Region *Value `json:"region" doc:"whose public holidays: a code such as DE-BY, or NONE"`
	List   *Value `json:"list" doc:"which list of holidays, for regions that have several"`
	// Hours has the other fields of a [calendar.Config]: week, changes, estimated, holidays,
	// workdays, special, holidays_from, holidays_through and regular_day. Its zone, region
	// and list stay empty. RegularDay can be given with Union, Intersection and Difference
	// too.
	Hours calendar.Config `config:"yes"`

	Union        []string `json:"union" doc:"open whenever one of these calendars is"`
	Intersection []string `json:"intersection" doc:"open whenever all of these calendars are"`
	Difference   []string `json:"difference" doc:"open whenever the first of these calendars is and none of the others"`
	As           string   `json:"as" doc:"another calendar, of which this is a further name"`
}

// A Metric is a row of metrics; see [policy.Metric] for what its fields do. Its events are
// given by name: those that all agreements have, and the version's own. The zero Metric has
// no name, which is a mistake.
type Metric struct {
	Name       string      `json:"name" need:"yes" doc:"as answers name it: response, resolution"`
	When       When        `json:"when" doc:"the tickets that it is for; of several rows with the same name the most specific wins"`
	Start      []string    `json:"start" doc:"events that start a clock if none is open"`
	Unasked    []string    `json:"unasked" doc:"those of start that start no clock while something that the customer was asked for has not come"`
	Restart    []string    `json:"restart" doc:"those of start that cancel an open clock and start another"`
	Resume     []string    `json:"resume" doc:"events that end a pause"`
	Stop       []string    `json:"stop" doc:"events that do what is promised"`
	Cancel     []string    `json:"cancel" doc:"events after which it is no longer owed"`
	Pause      []string    `json:"pause" doc:"events that pause the clocks until one of resume"`
	Once       bool        `json:"once" doc:"what has been done stays done until a reopening"`
	Renew      bool        `json:"renew" doc:"a clock that has stopped is followed by the next one at once, as for periodic updates"`
	Ends       bool        `json:"ends" doc:"the ticket closes by itself when this clock runs out"`
	Steady     bool        `json:"steady" doc:"a change of severity does not move the clock"`
	Continue   bool        `json:"continue" doc:"a reopening continues the clock that the end of the ticket stopped, instead of starting a new one"`
	Targets    []Target    `json:"targets" doc:"what is owed; for each level the most specific row that holds"`
	Thresholds []Threshold `json:"thresholds" doc:"notices while a clock runs; all rows that hold apply"`
}

// A Target is a row of targets: what a metric owes at some levels, or at all levels if the
// row names none. The zero Target is invalid: it has no measure.
type Target struct {
	Level      string   `json:"level" doc:"the level; or use levels"`
	Levels     []string `json:"levels" doc:"several levels; a row without level and levels is for all"`
	When       When     `json:"when" doc:"the tickets that it is for"`
	Measure    Measure  `json:"measure" need:"yes" doc:"how long"`
	Convention string   `json:"convention" enum:"close_of_business|same_time|working_time" doc:"how business days are counted; close_of_business if left out; same_time also applies to calendar days, which otherwise end with the day"`
	From       string   `json:"from" enum:"start|next_opening" doc:"where days are counted from: the start of the clock, the default, or the next opening if the start is outside the hours"`
	Calendar   string   `json:"calendar" need:"yes" doc:"the calendar on which it is counted"`
	// DaysCalendar is used if the measure is an attribute that turns out to be in business
	// days; "" means Calendar.
	DaysCalendar string   `json:"days_calendar" doc:"the calendar to use if the measure is an attribute whose value is in business days"`
	After        string   `json:"after" doc:"the calendar for what is left once an event of switch has come"`
	Clause       string   `json:"clause" need:"yes" doc:"the clause that promises it"`
	Gate         *Gate    `json:"gate" doc:"what a report must be like for the clock to start"`
	StopBy       []string `json:"stop_by" enum:"phone|email|portal" doc:"channels by which the clock can be stopped; all if left out"`
	AtClosing    string   `json:"at_closing" enum:"stay|next_opening" doc:"what happens to a due time that falls on a closing instant: it stays, the default, or moves to the next opening"`
}

// A Gate says which reports start a clock at once; see [policy.Gate]. The zero Gate lets
// every report through.
type Gate struct {
	Event    string   `json:"event" doc:"an event for which a clock waits after any report"`
	Accepts  []string `json:"accepts" enum:"phone|email|portal" doc:"channels of reports, and of later contacts, that start the clock"`
	WaitsFor string   `json:"waits_for" enum:"phone|email|portal" doc:"the channel that answers name as the one the clock waits for"`
	OffDays  string   `json:"off_days" doc:"a calendar; the gate is closed only on dates that are not its business days"`
	Opens    bool     `json:"opens" doc:"the clock also starts by itself, at the first opening of off_days"`
	Clause   string   `json:"clause" doc:"the clause that says so"`
}

// A Threshold is a row of thresholds: who is told, and when, while a clock runs; see
// [policy.Threshold]. Exactly one of Percent, Before and After must be set; the zero
// Threshold is invalid because it has none.
type Threshold struct {
	When       When     `json:"when" doc:"the tickets that it is for"`
	Levels     []string `json:"levels" doc:"the levels; all if left out"`
	Percent    int      `json:"percent" min:"1" max:"1000" doc:"the part of the clock's time that has been used, from 1 through 1000"`
	Before     Measure  `json:"before" doc:"how long before the due time, in working time or business days"`
	After      Measure  `json:"after" doc:"how long after the due time, in working time or business days"`
	Convention string   `json:"convention" enum:"close_of_business|same_time|working_time" doc:"how business days are counted; close_of_business if left out"`
	To         string   `json:"to" need:"yes" doc:"who is notified"`
	Clause     string   `json:"clause" need:"yes" doc:"the clause that says so"`
}

// A Ladder is a row of ladders: who is told while a ticket of some levels stays
// open; see [escalation.Ladder]. The zero Ladder has no steps, which is a mistake.
type Ladder struct {
	Level      string       `json:"level" doc:"the level; or use levels"`
	Levels     []string     `json:"levels" doc:"several levels; a row without level and levels is for all"`
	When       When         `json:"when" doc:"the tickets that it is for; for each level the most specific row wins"`
	Calendar   string       `json:"calendar" need:"yes" doc:"the calendar on which delays are counted"`
	Convention string       `json:"convention" enum:"close_of_business|same_time|working_time" doc:"how business days are counted; working_time if left out"`
	Steps      []LadderStep `json:"steps" need:"yes" doc:"the steps: who is notified, in order"`
	Repeat     *Repeat      `json:"repeat" doc:"how often the last step is reached again"`
	Notices    string       `json:"notices" doc:"a calendar: a notice that falls outside it is given at its next opening"`
	HaltClause string       `json:"halt_clause" doc:"the clause by which the ladder halts"`
	Gate       *Gate        `json:"gate" doc:"what a report must be like for the ladder to start: accepts and waits_for only"`
}

// A LadderStep is one step of a [Ladder]. The zero LadderStep is reached at once, but names
// nobody to tell, which is a mistake.
type LadderStep struct {
	To     string  `json:"to" need:"yes" doc:"who is notified"`
	After  Measure `json:"after" doc:"how long after the ladder's start, in working time or business days; at once if left out"`
	Clause string  `json:"clause" doc:"the clause that says so"`
}

// A Repeat says how often the last step of a [Ladder] is reached again. The zero Repeat is a
// mistake; for a step that is never repeated, leave it out.
type Repeat struct {
	Every Measure `json:"every" need:"yes" doc:"how long from one time to the next, in working time or business days"`
	Times int     `json:"times" need:"yes" min:"1" max:"1000" doc:"how often at most, besides the step itself"`
}

// Ownership says which region owns a ticket; see [escalation.Regions]. The zero
// Ownership has no regions, which is a mistake.
type Ownership struct {
	Regions []Region `json:"regions" need:"yes" doc:"the regions; of two that open at one instant the one listed first takes the ticket"`
	Default Value    `json:"default" need:"yes" doc:"the region that a ticket belongs to"`
	Roaming []string `json:"roaming" doc:"levels at which a ticket is handed over round the clock"`
	Clause  string   `json:"clause" doc:"the clause that says so"`
}

// A Region is a row of regions: one that owns tickets in its hours. The zero Region
// has no name, which is a mistake.
type Region struct {
	Name     string `json:"name" need:"yes" doc:"the name of the owner in answers"`
	When     When   `json:"when" doc:"the tickets that it is for; of several rows with the same name the most specific wins"`
	Calendar string `json:"calendar" need:"yes" doc:"its business hours"`
}
