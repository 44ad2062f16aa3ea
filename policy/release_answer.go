package policy

import (
	"strconv"

	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/lifecycle"
)

// AppendAnswer appends the answer to a list as a JSON object to b:
//
//	{"id":"p","agreement":"portx","on":"2026-11-21","releases":[
//	 {"version":"2.4","phase":"previous","from":"2025-05-10","through":"2027-03-01","supported":true,
//	  "services":["support"],"clause":"POR-5"}]}
//
// A release that was never supported has neither from nor through, one whose
// end is open no through. Besides, next has what holds from the next change on
// that comes by itself, phases lists the first and last day of each
// phase, waits_for says what an open end hangs on, not_before the earliest that
// it can be, and moved_by what could still move a known one. readings has those
// that can touch releases.
func (p *ReleasePolicy) AppendAnswer(b []byte, list *ReleaseList, a *ReleaseAnswer) []byte {
	b = append(b, '{')
	if list.ID != "" {
		b = append(appendText(b, "id", list.ID), ',')
	}
	b = appendText(b, "agreement", p.Agreement)
	b = appendText(append(b, ','), "on", list.On.String())
	b = append(b, `,"releases":[`...)
	for i := range a.Releases {
		if i > 0 {
			b = append(b, ',')
		}
		b = p.appendRelease(b, &a.Releases[i])
	}
	b = append(b, ']')
	if len(a.Readings) > 0 {
		b = append(b, `,"readings":{`...)
		for i, c := range a.Readings {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendText(b, c.Name, c.Value)
		}
		b = append(b, '}')
	}
	return append(b, '}')
}

func (p *ReleasePolicy) appendRelease(b []byte, s *ReleaseStatus) []byte {
	b = appendText(append(b, '{'), "version", s.Version.String())
	if s.Line != "" {
		b = appendText(append(b, ','), p.LineField, s.Line)
	}
	b = appendText(append(b, ','), "phase", s.Phase)
	if s.Through.Kind != lifecycle.Never {
		b = appendText(append(b, ','), "from", s.From.String())
		b = appendBound(b, s.Through)
	}
	b = append(b, `,"supported":`...)
	b = strconv.AppendBool(b, s.Supported)
	b = appendTexts(append(b, `,"services":`...), s.Services)
	b = appendText(append(b, ','), "clause", s.Clause)
	b = append(b, `,"phases":[`...)
	for i, stage := range s.Stages {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendText(append(b, '{'), "phase", stage.Name)
		b = appendText(append(b, ','), "from", stage.From.String())
		b = append(appendBound(b, stage.Through), '}')
	}
	b = append(b, ']')
	if s.Next != nil {
		b = appendText(append(b, `,"next":{`...), "on", s.Next.On.String())
		b = appendText(append(b, ','), "phase", s.Next.Phase)
		b = append(b, `,"supported":`...)
		b = strconv.AppendBool(b, s.Next.Supported)
		b = append(appendTexts(append(b, `,"services":`...), s.Next.Services), '}')
	}
	return append(b, '}')
}

// appendBound appends what is known of an end, each field after a comma.
func appendBound(b []byte, end lifecycle.Bound) []byte {
	if end.Kind == lifecycle.Known {
		b = appendText(append(b, ','), "through", end.Through.String())
	}
	if end.Kind == lifecycle.Open && end.WaitsFor != "" {
		b = appendText(append(b, ','), "waits_for", end.WaitsFor)
	}
	if end.Kind == lifecycle.Open && end.HasNotBefore {
		b = appendText(append(b, ','), "not_before", end.NotBefore.String())
	}
	if end.Kind != lifecycle.Known || len(end.MovedBy) == 0 {
		return b
	}
	return appendTexts(append(b, `,"moved_by":`...), end.MovedBy)
}

func appendTexts(b []byte, texts []string) []byte {
	b = append(b, '[')
	for i, text := range texts {
		if i > 0 {
			b = append(b, ',')
		}
		b = strictjson.AppendString(b, text)
	}
	return append(b, ']')
}

func appendText(b []byte, name, text string) []byte {
	b = append(strictjson.AppendString(b, name), ':')
	return strictjson.AppendString(b, text)
}
