package policy

// The sections of the rules that hold for all agreements.
const (
	sectionConventions = "conventions"
	sectionTimelines   = "timelines"
)

// Rules returns the registry of the rules by which the library reads all agreements, in
// their order: the conventions G1 to G10 about time and dates, whose Section is
// "conventions", and the rules T1 to T13 about what an event does to a ticket, whose
// Section is "timelines". They are ours: no agreement's text has them. The caller may
// modify the returned slice.
func Rules() []Clause { return append(conventions(), timelines()...) }

// conventions returns the rules about time and dates.
func conventions() []Clause {
	return []Clause{
		{ID: "G1", Section: sectionConventions, How: Computed,
			Rule: "A working window contains its opening instant and not its closing one. Adding gives the earliest instant by which the working time has passed, subtracting the latest one from which it passes; adding nothing changes nothing."},
		{ID: "G2", Section: sectionConventions, How: Computed,
			Rule: "An hour of working time is 3600 seconds. Bounds of windows are wall-clock times: one in a gap moves on by its length, one in a fold is the first of the two; a date that the zone skips has no windows. The tz database is pinned."},
		{ID: "G2a", Section: sectionConventions, How: Computed,
			Rule: "A window belongs to the date on which it opens, and runs on into a holiday. Windows of one date must not overlap; where those of two dates do, the time counts once. A calendar without windows is never open."},
		{ID: "G3", Section: sectionConventions, How: ByConstruction,
			Rule: "Every answer is exact to the nanosecond.",
			Why:  "instants and lengths of time are whole nanoseconds from end to end, and no code rounds them"},
		{ID: "G4", Section: sectionConventions, How: Computed,
			Rule: "A civil date has no zone. A month added to the end of a month ends on the last day that the other month has, and several months added at once do not drift."},
		{ID: "G5", Section: sectionConventions, How: Computed,
			Rule: "A period in days, months or years from an event begins with the day after it, and includes the whole of its last day."},
		{ID: "G6", Section: sectionConventions, How: Computed,
			Rule: "Within N business days means the close of business of the Nth one after the day of the start, the same time of day then, or N regular days of working time. A business day is a date on which a window opens."},
		{ID: "G7", Section: sectionConventions, How: Computed,
			Rule: "A pause puts a due time off by the working time that it took, on the same calendar."},
		{ID: "G8", Section: sectionConventions, How: Computed,
			Rule: "A raised severity counts its target from the change and makes nothing due later; a lowered one counts it from the start and makes nothing due earlier; what is overdue stays so. Counting always from the start or always from the change are the other readings."},
		{ID: "G9", Section: sectionConventions, How: Computed,
			Rule: "A calendar knows how far its holidays reach. What depends on a day beyond is an error, or unknown with its reason in a ticket's answer, of which the rest stands."},
		{ID: "G10", Section: sectionConventions, How: Computed,
			Rule: "An answer does not depend on the machine nor on the order of events at different times. Events at one instant keep their order, after what happens by itself then; at a due instant an event is in time."},
	}
}

// timelines returns the rules about what events do.
func timelines() []Clause {
	return []Clause{
		{ID: "T1", Section: sectionTimelines, How: Computed,
			Rule: "Whatever the supplier says to the customer is a response, judged by the level in force then. One that names another channel than the agreement asks for is none for its clock; one by telephone is a contact as well, after the response."},
		{ID: "T2", Section: sectionTimelines, How: Computed,
			Rule: "A contact is the customer's use of a channel, the telephone if none is named, and starts the clocks that wait for it."},
		{ID: "T3", Section: sectionTimelines, How: Computed,
			Rule: "A ticket is opened by one report, and a second one is an error. Before it there are no clocks and no severity."},
		{ID: "T4", Section: sectionTimelines, How: Computed,
			Rule: "A clock runs on when it is overdue. Stopped by its due time it is met, later breached; when its promise goes away it is cancelled until then, and breached after."},
		{ID: "T5", Section: sectionTimelines, How: Computed,
			Rule: "A clock that still waits is met by what it promises, and cancelled when its promise goes away, without a start or a due time."},
		{ID: "T6", Section: sectionTimelines, How: Computed,
			Rule: "At a change of severity a running clock keeps its round and its start, and takes the target, calendar and clause of the new level. A response that was given stays given."},
		{ID: "T7", Section: sectionTimelines, How: Computed,
			Rule: "A metric that only the new level has starts at the change. One that only the old level had is cancelled by a lowering; by a raise its running clock stays as it is, and its waiting one is cancelled."},
		{ID: "T8", Section: sectionTimelines, How: Computed,
			Rule: "The rules about channels hold for reports and reopenings. A clock that waits starts at a raise, and after a lowering when the new level's rule lets it, never before the change."},
		{ID: "T9", Section: sectionTimelines, How: Computed,
			Rule: "Resolving and closing end a ticket. After the end a change of severity changes the label only, and nothing is due any more but by a reopening."},
		{ID: "T10", Section: sectionTimelines, How: Computed,
			Rule: "A reopening starts the next rounds as a report at that instant would, by its own channel or else by that of the report; what came before is forgotten. On an open ticket it changes nothing."},
		{ID: "T11", Section: sectionTimelines, How: ByConstruction,
			Rule: "Asking for information pauses no clock in purchased, cumulocity and portx; a customer's test halts the ladder alone.",
			Why:  "a metric pauses at the events that it names in Pause, and none of these agreements names one"},
		{ID: "T12", Section: sectionTimelines, How: ByConstruction,
			Rule: "An event that is given twice has happened twice; most kinds change nothing the second time.",
			Why:  "a timeline takes each event in its turn by the state it finds, and nothing compares events with one another"},
		{ID: "T13", Section: sectionTimelines, How: ByConstruction,
			Rule: "A target that the text promises with best or reasonable efforts is judged like any other.",
			Why:  "a target has no field for how hard the supplier promises to try"},
	}
}
