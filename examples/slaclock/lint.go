package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/lint"
)

// lintCommand looks for what the author of an agreement is unlikely to have meant. Package
// lint lists what that is.
func lintCommand() command {
	const about = `find what the author of an agreement document probably did not mean

Each FILE is one document; "-", or no FILE, reads standard input. Each finding has its
place with line and column, what is wrong, what follows from it, what to write instead,
and which tickets it affects. An error marks something that cannot work as written, a
warning something that is seldom intended, a note something that is often right. If a
document is malformed, its mistakes are reported as errors with the code "mistake",
and it is not examined any further.

Where customers can choose any zone or region, lint tries representatives only: the
zones UTC and America/New_York, and the region NONE. Use -attribute to name what your
customers have; every FILE must have such an attribute. The default of an attribute,
and the values that conditions ask for, are tried too. Of an attribute that lists its
values, all of them are tried anyway.

With -format json each finding is a line, in the order of the text. The exit status is
1 if there was an error or a file could not be read, 2 for wrong usage, and otherwise
0, even with warnings.`
	c := command{name: "lint", usage: "[-on DATE] [-attribute NAME=VALUE]... [-format json|table] [FILE...]", about: about}
	c.run = func(p *program, args []string) int {
		flags := p.flags(c.name)
		var options lint.Options
		flags.Func("on", "check that holidays are known for the twelve months from `DATE` on (default: not checked)", func(text string) (err error) {
			options.On, err = calendar.ParseDate(text)
			return err
		})
		flags.Func("attribute", "a value that customers have, as `NAME=VALUE`, for a text, zone or region that can be anything;\n"+
			"repeat the flag for further values and names", func(text string) error {
			return addAttribute(&options, text)
		})
		format := formatFlag(flags, formatJSON, formatTable)
		if status, ok := p.parse(flags, args, c.help); !ok {
			return status
		}
		if err := lateFlag(flags.Args()); err != nil {
			return p.wrongFlags(c.name, err)
		}
		return p.lint(inputs(flags.Args()), options, newOutput(p.stdout, format.of(p.stdout)))
	}
	return c
}

// addAttribute adds a value of an attribute, NAME=VALUE. Whether an agreement has such an
// attribute is checked when it is read.
func addAttribute(o *lint.Options, text string) error {
	name, value, ok := strings.Cut(text, "=")
	if !ok || name == "" || value == "" {
		return errors.New("write NAME=VALUE, such as zone=Europe/Berlin")
	}
	if slices.Contains(o.Attributes[name], value) {
		return errors.New("it has been given")
	}
	if o.Attributes == nil {
		o.Attributes = map[string][]string{}
	}
	o.Attributes[name] = append(o.Attributes[name], value)
	return nil
}

// A linted is a file with what was found in it.
type linted struct {
	file   string // "" if there is only one
	report *lint.Report
}

// lint prints the findings of files after all of them have been checked, since an attribute
// that is wrong for one of them is wrong usage.
func (p *program) lint(files []string, options lint.Options, out *output) int {
	status := exitDone
	var all []linted
	for _, file := range files {
		data, err := p.document(file)
		if err != nil {
			status = p.failed(err)
			continue
		}
		named := file
		if len(files) == 1 {
			named = ""
		}
		report, err := lint.Text(data, options)
		switch {
		case errors.Is(err, policy.ErrCustomer):
			return p.wrong("lint: " + strings.TrimPrefix(named+": ", ": ") + describe(err))
		case err != nil:
			report = mistakes(err)
		}
		all = append(all, linted{named, report})
	}
	for _, l := range all {
		if worst, _ := l.report.Worst(); worst == lint.Error {
			status = exitFailed
		}
		for i := range l.report.Findings {
			out.one(findingAnswer{l.file, &l.report.Findings[i]})
		}
		if out.table != nil {
			out.table.line(summary(l.file, l.report))
		}
	}
	if err := out.flush(); err != nil {
		return p.failed(err)
	}
	return status
}

// document reads a file; see readText.
func (p *program) document(name string) ([]byte, error) {
	in, err := p.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return readText(in)
}

// mistakes returns a document's mistakes of form as findings.
func mistakes(err error) *lint.Report {
	r := new(lint.Report)
	var e *document.Error
	if !errors.As(err, &e) {
		r.Findings = []lint.Finding{{Code: "mistake", Severity: lint.Error, What: describe(err)}}
		return r
	}
	for _, m := range e.Mistakes {
		what := strings.TrimSpace(m.Value + " " + m.Why)
		r.Findings = append(r.Findings, lint.Finding{Code: "mistake", Severity: lint.Error, Place: m.Place, Line: m.Line, Column: m.Column, What: what})
	}
	r.More = e.More
	return r
}

// summary returns the number of findings as one line.
func summary(file string, r *lint.Report) string {
	counts := map[lint.Severity]int{}
	for i := range r.Findings {
		counts[r.Findings[i].Severity]++
	}
	s := fmt.Sprintf("%s: errors %d, warnings %d, notes %d", r.Agreement, counts[lint.Error], counts[lint.Warning], counts[lint.Note])
	if file != "" {
		s = file + ": " + strings.TrimPrefix(s, ": ")
	}
	if r.More {
		s += ", and more"
	}
	return strings.TrimPrefix(s, ": ")
}

// A findingAnswer is a finding in a file.
type findingAnswer struct {
	file string // "" if there is only one
	*lint.Finding
}

func (a findingAnswer) appendJSON(b []byte) []byte {
	if a.file == "" {
		return a.AppendJSON(b)
	}
	b = strictjson.AppendString(append(b, `{"file":`...), a.file)
	return append(append(b, ','), a.AppendJSON(nil)[1:]...)
}

func (a findingAnswer) print(t *table) {
	where := a.Place
	if a.Line > 0 {
		where = strings.TrimSuffix("line "+strconv.Itoa(a.Line)+", column "+strconv.Itoa(a.Column)+": "+where, ": ")
	}
	if a.file != "" {
		where = a.file + ", " + where
	}
	t.line(a.Severity.String() + ": " + where + ": " + a.What + " [" + a.Code + "]")
	for _, more := range [...]struct{ head, text string }{{"for tickets ", a.When}, {"so that: ", a.Consequence}, {"instead: ", a.Remedy}} {
		if more.text != "" {
			t.line("    " + more.head + more.text)
		}
	}
	t.line("")
}
