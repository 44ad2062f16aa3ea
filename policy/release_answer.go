package policy

import (
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/lifecycle"
)

// AppendAnswer appends the answer to a list as a JSON object to b:
//
//	{"id":"p","agreement":"portx","on":"2026-11-21","releases":[
//	 {"version":"2.4","phase":"previous","from":"2025-05-10","through":"2027-03-01","supported":true,
//	  "services":["support"],"clause":"POR-5"}]}
//
// A release that was never supported has neither from nor through, and one whose end is
// open has no through. A release also has, as far as they apply:
//
//   - next: what holds from the next change that comes by itself
//   - phases: the first and last day of each phase, of each spell if the release came back to it
//   - waits_for: what an open end depends on
//   - not_before: the earliest day that an open end can be, if that is later than tomorrow
//   - moved_by: what could still move a known end
//
// The readings of the object are those that can affect releases. A nil ReleasePolicy, list
// or answer is written as the zero one.
func (p *ReleasePolicy) AppendAnswer(b []byte, list *ReleaseList, a *ReleaseAnswer) []byte {
	if p == nil {
		p = new(ReleasePolicy)
	}
	if list == nil {
		list = new(ReleaseList)
	}
	if a == nil {
		a = new(ReleaseAnswer)
	}
	w := strictjson.NewWriter(b)
	w.OpenObject()
	w.Optional("id", list.ID)
	w.Name("agreement").Text(p.Agreement)
	w.Name("on").Text(list.On.String())
	w.Name("releases").OpenArray()
	for i := range a.Releases {
		p.writeRelease(&w, &a.Releases[i])
	}
	w.CloseArray()
	if len(a.Readings) > 0 {
		w.Name("readings").OpenObject()
		for _, c := range a.Readings {
			w.Key(c.Name).Text(c.Value)
		}
		w.CloseObject()
	}
	w.CloseObject()
	return w.Bytes()
}

func (p *ReleasePolicy) writeRelease(w *strictjson.Writer, s *ReleaseStatus) {
	w.OpenObject()
	w.Name("version").Text(s.Version.String())
	if s.Line != "" {
		w.Key(p.LineField).Text(s.Line)
	}
	w.Name("phase").Text(s.Phase)
	if s.Through.Kind != lifecycle.Never {
		w.Name("from").Text(s.From.String())
		writeBound(w, s.Through)
	}
	w.Name("supported").Bool(s.Supported)
	writeTexts(w.Name("services"), s.Services)
	w.Name("clause").Text(s.Clause)
	w.Name("phases").OpenArray()
	for _, stage := range s.Stages {
		w.OpenObject()
		w.Name("phase").Text(stage.Name)
		w.Name("from").Text(stage.From.String())
		writeBound(w, stage.Through)
		w.CloseObject()
	}
	w.CloseArray()
	if s.Next != nil {
		w.Name("next").OpenObject()
		w.Name("on").Text(s.Next.On.String())
		w.Name("phase").Text(s.Next.Phase)
		w.Name("supported").Bool(s.Next.Supported)
		writeTexts(w.Name("services"), s.Next.Services)
		w.CloseObject()
	}
	w.CloseObject()
}

// writeBound writes what is known about an end.
func writeBound(w *strictjson.Writer, end lifecycle.Bound) {
	switch end.Kind {
	case lifecycle.Known:
		w.Name("through").Text(end.Through.String())
		if len(end.MovedBy) > 0 {
			writeTexts(w.Name("moved_by"), end.MovedBy)
		}
	case lifecycle.Open:
		w.Optional("waits_for", end.WaitsFor)
		if end.HasNotBefore {
			w.Name("not_before").Text(end.NotBefore.String())
		}
	}
}

func writeTexts(w *strictjson.Writer, texts []string) {
	w.OpenArray()
	for _, text := range texts {
		w.Text(text)
	}
	w.CloseArray()
}
