package document_test

func metricWords() []word {
	replied := []string{starts, `"start": ["reported", "customer_replied"],`}
	asked := append(replied, `"stop"`, `"unasked": ["customer_replied"], "stop"`)
	questions := append(asked, owned, `"asked": ["info_requested"], "events":`)
	const met = "response 1 02T14:00 met A-1"
	told := func(h string) []string { return []string{`"targets"`, `"thresholds": [` + h + `], "targets"`} }
	const half = `{"percent": 50, "to": "lead", "clause": "B-1"}`
	steps := []string{fourth, `{"level": "high", "measure": "1h", "calendar": "office", "clause": "A-2"}, ` + fourth}
	monday := []string{"02T10:00 reported high"}
	return []word{
		{name: "Metric.name Version.metrics", change: []string{`"response"`, `"answer"`}, events: monday, without: "response 1 02T14:00 running A-1", with: "answer 1 02T14:00 running A-1"},
		{name: "Metric.when", change: []string{`"metrics": [`, `"metrics": [{"name": "response", "when": {"tier": "gold"}, "start": ["reported"], "targets": [{"measure": "1h", "calendar": "office", "clause": "A-2"}]}, `},
			fields: gold, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 02T11:00 running A-2"},
		{name: "Metric.when", change: []string{`"name": "response",`, `"name": "response", "when": {"tier": "gold"},`}, events: monday, without: "response 1 02T14:00 running A-1", with: ""},
		{name: "Metric.targets", change: []string{`"targets": [` + fourth + `]`, `"steady": true`}, events: monday, without: "response 1 02T14:00 running A-1", with: ""},
		// A reply at 12:00 is another four hours.
		{name: "Metric.start", change: replied, events: []string{"02T10:00 reported high", "02T11:00 responded", "02T12:00 customer_replied"}, without: met, with: met + "; response 2 02T16:00 running A-1"},
		{name: "Metric.unasked", base: append(replied, owned, `"asked": ["info_requested"], "events":`), change: []string{`"stop"`, `"unasked": ["customer_replied"], "stop"`},
			events: []string{"02T10:00 reported high", "02T11:00 responded", "02T11:30 info_requested", "02T12:00 customer_replied"}, without: met + "; response 2 02T16:00 running A-1", with: met},
		{name: "Version.asked", base: asked, change: []string{owned, `"asked": ["info_requested"], "events":`},
			events: []string{"02T10:00 reported high", "02T11:00 responded", "02T11:30 info_requested", "02T12:00 customer_replied"}, without: met + "; response 2 02T16:00 running A-1", with: met},
		// What was asked for has come at 13:00; the reply at 14:00 begins three hours on
		// Monday and one on Tuesday.
		{name: "Version.given", base: questions, change: []string{owned, `"given": ["info_received"], "events":`},
			events:  []string{"02T10:00 reported high", "02T11:00 responded", "02T11:30 info_requested", "02T13:00 info_received", "02T14:00 customer_replied"},
			without: met, with: met + "; response 2 03T10:00 running A-1"},
		{name: "Metric.restart", base: replied, change: []string{`"stop"`, `"restart": ["customer_replied"], "stop"`}, events: []string{"02T10:00 reported high", "02T12:00 customer_replied"},
			without: "response 1 02T14:00 running A-1", with: "response 1 02T14:00 cancelled A-1; response 2 02T16:00 running A-1"},
		// It stands from 11:00 to 13:00, which are two hours.
		{name: "Metric.pause", base: []string{`"stop"`, `"resume": ["freed"], "stop"`}, change: []string{`"stop"`, `"pause": ["held"], "stop"`}, events: []string{"02T10:00 reported high", "02T11:00 held", "02T13:00 freed"},
			without: "response 1 02T14:00 running A-1", with: "response 1 02T16:00 running A-1"},
		// Without an end to it, a due time is not known.
		{name: "Metric.resume", base: []string{`"stop"`, `"pause": ["held"], "stop"`}, change: []string{`"stop"`, `"resume": ["freed"], "stop"`}, events: []string{"02T10:00 reported high", "02T11:00 held", "02T13:00 freed"}, asOf: "02T13:30",
			without: "response 1 - paused A-1", with: "response 1 02T16:00 running A-1"},
		{name: "Metric.stop", base: []string{stops, ``}, change: []string{starts, starts + stops}, events: []string{"02T10:00 reported high", "02T11:00 responded"}, without: "response 1 02T14:00 running A-1", with: met},
		{name: "Metric.cancel", change: []string{`"stop"`, `"cancel": ["held"], "stop"`}, events: []string{"02T10:00 reported high", "02T11:00 held"}, without: "response 1 02T14:00 running A-1", with: "response 1 02T14:00 cancelled A-1"},
		// High alone has a response, and has had one; high again at 13:00 would owe another.
		{name: "Metric.once", base: []string{`"measure"`, `"level": "high", "measure"`}, change: []string{`"stop"`, `"once": true, "stop"`},
			events:  []string{"02T10:00 reported high", "02T11:00 responded", "02T12:00 severity_changed low", "02T13:00 severity_changed high"},
			without: met + "; response 2 02T17:00 running A-1", with: met},
		{name: "Metric.renew", change: []string{`"stop"`, `"renew": true, "stop"`}, events: []string{"02T10:00 reported high", "02T11:00 responded"}, without: met, with: met + "; response 2 02T15:00 running A-1"},
		// At 14:00 the ticket closes by itself.
		{name: "Metric.ends", change: []string{`"stop"`, `"ends": true, "stop"`}, events: monday, asOf: "02T14:00", without: "response 1 02T14:00 running A-1", with: met},
		// Raised at 12:00, high has an hour from there. What does not move is high's too (T6).
		{name: "Metric.steady", base: steps, change: []string{`"stop"`, `"steady": true, "stop"`}, events: []string{"02T10:00 reported low", "02T12:00 severity_changed high"},
			without: "response 1 02T13:00 running A-2", with: "response 1 02T14:00 running A-2"},
		// Two of four hours had passed when it was resolved at 12:00.
		{name: "Metric.continue", base: []string{starts, `"start": ["reported", "reopened"],`, stops, `"stop": ["resolved"],`}, change: []string{`"stop"`, `"continue": true, "stop"`},
			events:  []string{"02T10:00 reported high", "02T12:00 resolved", "03T10:00 reopened"},
			without: met + "; response 2 03T14:00 running A-1", with: "response 1 03T12:00 running A-1"},
		// Half of four hours; an hour before they end; an hour after.
		{name: "Metric.thresholds Threshold.percent", change: told(half), events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 02T14:00 running A-1; 02T12:00 pending B-1 lead"},
		{name: "Threshold.before", base: told(half), change: []string{`"percent": 50`, `"before": "1h"`}, events: monday, without: "response 1 02T14:00 running A-1; 02T12:00 pending B-1 lead", with: "response 1 02T14:00 running A-1; 02T13:00 pending B-1 lead"},
		{name: "Threshold.after", base: told(half), change: []string{`"percent": 50`, `"after": "1h"`}, events: monday, without: "response 1 02T14:00 running A-1; 02T12:00 pending B-1 lead", with: "response 1 02T14:00 running A-1; 02T15:00 pending B-1 lead"},
		// The business day after 14:00 on Monday ends with Tuesday's hours, or at 14:00.
		{name: "Threshold.convention", base: told(`{"after": "1 business day", "to": "lead", "clause": "B-1"}`), change: []string{`"to": "lead"`, `"convention": "same_time", "to": "lead"`}, events: monday,
			without: "response 1 02T14:00 running A-1; 03T17:00 pending B-1 lead", with: "response 1 02T14:00 running A-1; 03T14:00 pending B-1 lead"},
		{name: "Threshold.levels", base: told(half), change: []string{`"to": "lead"`, `"levels": ["low"], "to": "lead"`}, events: monday,
			without: "response 1 02T14:00 running A-1; 02T12:00 pending B-1 lead", with: "response 1 02T14:00 running A-1; - cancelled B-1 lead"},
		{name: "Threshold.when", base: told(half), change: []string{`"to": "lead"`, `"when": {"tier": "gold"}, "to": "lead"`}, events: monday,
			without: "response 1 02T14:00 running A-1; 02T12:00 pending B-1 lead", with: "response 1 02T14:00 running A-1"},
		{name: "Threshold.when", base: told(half), change: []string{`"to": "lead"`, `"when": {"tier": "gold"}, "to": "lead"`}, fields: gold, events: monday,
			without: "response 1 02T14:00 running A-1; 02T12:00 pending B-1 lead", with: "response 1 02T14:00 running A-1; 02T12:00 pending B-1 lead"},
		{name: "Threshold.to Threshold.clause", base: told(half), change: []string{`"to": "lead", "clause": "B-1"`, `"to": "head", "clause": "B-2"`}, events: monday,
			without: "response 1 02T14:00 running A-1; 02T12:00 pending B-1 lead", with: "response 1 02T14:00 running A-1; 02T12:00 pending B-2 head"},
	}
}

func ladderWords() []word {
	const response = "response 1 02T14:00 running A-1; "
	const step = `"steps": [{"to": "head", "after": "2h", "clause": "C-1"}]`
	ladder := func(fields string) []string {
		return []string{owned, `"ladders": [{"calendar": "office", ` + fields + step + `}], "events":`}
	}
	beside := func(fields string) []string {
		return []string{`"ladders": [`, `"ladders": [{` + fields + `, "calendar": "office", "steps": [{"to": "boss", "after": "1h", "clause": "C-2"}]}, `}
	}
	owner := func(fields string) []string {
		return []string{owned, `"ownership": {"regions": [{"name": "EU", "calendar": "office"}, {"name": "US", "calendar": "late"}], "default": "EU"` + fields + `}, "events":`}
	}
	monday := []string{"02T10:00 reported high"}
	return []word{
		// Two office hours from 10:00; another ladder has one.
		{name: "Version.ladders Ladder.steps LadderStep.after LadderStep.to LadderStep.clause", change: ladder(``), events: monday, without: "response 1 02T14:00 running A-1", with: response + "02T12:00 pending C-1 head"},
		{name: "Ladder.steps", base: ladder(``), change: []string{`"C-1"}]`, `"C-1"}, {"to": "boss", "after": "3h", "clause": "C-2"}]`}, events: monday, without: response + "02T12:00 pending C-1 head", with: response + "02T12:00 pending C-1 head; 02T13:00 pending C-2 boss"},
		{name: "LadderStep.after", base: ladder(``), change: []string{`"after": "2h", `, ``}, events: monday, without: response + "02T12:00 pending C-1 head", with: response + "02T10:00 reached C-1 head"},
		{name: "Ladder.level", base: ladder(``), change: beside(`"level": "high"`), events: monday, without: response + "02T12:00 pending C-1 head", with: response + "02T11:00 pending C-2 boss"},
		{name: "Ladder.levels", base: ladder(``), change: beside(`"levels": ["low", "high"]`), events: monday, without: response + "02T12:00 pending C-1 head", with: response + "02T11:00 pending C-2 boss"},
		{name: "Ladder.when", base: ladder(``), change: beside(`"when": {"tier": "gold"}`), fields: gold, events: monday, without: response + "02T12:00 pending C-1 head", with: response + "02T11:00 pending C-2 boss"},
		// From 16:00, an hour of two is Tuesday's.
		{name: "Ladder.calendar", base: ladder(``), change: []string{`[{"calendar": "office"`, `[{"calendar": "all"`}, events: []string{"02T16:00 reported high"},
			without: "response 1 03T12:00 running A-1; 03T10:00 pending C-1 head", with: "response 1 03T12:00 running A-1; 02T18:00 pending C-1 head"},
		// A business day as eight hours, or to the close of Tuesday.
		{name: "Ladder.convention", base: append(ladder(``), `"after": "2h"`, `"after": "1 business day"`), change: []string{`"ladders": [{`, `"ladders": [{"convention": "close_of_business", `}, events: monday,
			without: response + "03T10:00 pending C-1 head", with: response + "03T17:00 pending C-1 head"},
		// An hour after the step, and once more.
		{name: "Ladder.repeat Repeat.every", base: ladder(``), change: []string{`"ladders": [{`, `"ladders": [{"repeat": {"every": "30m", "times": 2}, `}, events: monday, asOf: "02T13:30",
			without: response + "02T12:00 reached C-1 head", with: response + "02T12:00 reached C-1 head; 02T12:30 reached C-1 head; 02T13:00 reached C-1 head"},
		{name: "Repeat.times", base: ladder(`"repeat": {"every": "30m", "times": 2}, `), change: []string{`"times": 2`, `"times": 1`}, events: monday, asOf: "02T13:30",
			without: response + "02T12:00 reached C-1 head; 02T12:30 reached C-1 head; 02T13:00 reached C-1 head", with: response + "02T12:00 reached C-1 head; 02T12:30 reached C-1 head"},
		// The step is reached at 18:00, when nobody is there to be told.
		{name: "Ladder.notices", base: append(ladder(``), `[{"calendar": "office"`, `[{"calendar": "all"`), change: []string{`"ladders": [{`, `"ladders": [{"notices": "office", `}, events: []string{"02T16:00 reported high"},
			without: "response 1 03T12:00 running A-1; 02T18:00 pending C-1 head", with: "response 1 03T12:00 running A-1; 02T18:00 pending C-1 head told 03T09:00"},
		// The call at 11:00 starts the ladder.
		{name: "Ladder.gate", base: ladder(``), change: []string{`"ladders": [{`, `"ladders": [{"gate": {"accepts": ["phone"], "waits_for": "phone"}, `}, events: []string{"02T10:00 reported high email", "02T11:00 contacted phone"},
			without: response + "02T12:00 pending C-1 head", with: response + "02T13:00 pending C-1 head"},
		// It halts at 11:00 with an hour left, and goes on at 13:00.
		{name: "Version.test", base: ladder(``), change: []string{owned, `"test": ["resolution_proposed"], "events":`}, events: []string{"02T10:00 reported high", "02T11:00 resolution_proposed"}, asOf: "02T13:00",
			without: response + "02T12:00 reached C-1 head", with: response + "- halted C-1 head"},
		{name: "Version.failed", base: append(ladder(``), owned, `"test": ["resolution_proposed"], "events":`), change: []string{owned, `"failed": ["resolution_rejected"], "events":`},
			events:  []string{"02T10:00 reported high", "02T11:00 resolution_proposed", "02T13:00 resolution_rejected"},
			without: response + "- halted C-1 head", with: response + "02T14:00 pending C-1 head"},
		// At 18:00 the office is closed, and the other region open from 15:00 to 23:00; the
		// office takes over at 09:00 and keeps it, unless it roams.
		{name: "Version.ownership Ownership.regions Region.name Region.calendar", change: owner(``), events: []string{"02T18:00 reported high"}, asOf: "03T10:00",
			without: "response 1 03T13:00 running A-1", with: "response 1 03T13:00 running A-1; owner 02T18:00 US; owner 02T23:00 on-call; owner 03T09:00 EU"},
		{name: "Ownership.default", base: owner(``), change: []string{`"default": "EU"`, `"default": "US"`}, events: monday, asOf: "02T15:00",
			without: "response 1 02T14:00 breached A-1; owner 02T10:00 EU", with: "response 1 02T14:00 breached A-1; owner 02T10:00 EU; owner 02T15:00 US"},
		{name: "Ownership.roaming", base: owner(``), change: []string{`"default": "EU"`, `"default": "EU", "roaming": ["high"]`}, events: monday, asOf: "02T17:00",
			without: "response 1 02T14:00 breached A-1; owner 02T10:00 EU", with: "response 1 02T14:00 breached A-1; owner 02T10:00 EU; owner 02T17:00 US"},
		{name: "Region.when", base: owner(``), change: []string{`"regions": [`, `"regions": [{"name": "EU", "when": {"tier": "gold"}, "calendar": "late"}, `}, fields: gold, events: monday,
			without: response + "owner 02T10:00 EU", with: response + "owner 02T10:00 on-call"},
	}
}
