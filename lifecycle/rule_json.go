package lifecycle

import (
	"errors"
	"strconv"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// MarshalJSON returns the rule as a JSON object, the same bytes for the same
// rule: the fields in one order, and what is empty left out. An example:
//
//	{"stages":[{"name":"full","end":{"plus":{"of":"own","n":6,"unit":"months"}},"services":["fixes","help"]},
//	           {"name":"sustained","end":{"given":{"name":"eol"}},"services":["help"],"without":["pages"]}],
//	 "rest":{"name":"over","without":["pages"]},
//	 "support":{"later":[{"end_of":"sustained"},{"successor":{"n":2}}]},
//	 "extension":{"name":"paid","end":{"given":{"name":"extension","else":"own"}},"services":["fixes"]},
//	 "clause":"LIFE-1"}
//
// An [End] is the text "own" or "unending", or an object with one field that
// names its kind. These have all fields that there are:
//
//	{"successor":{"n":2,"within":1,"group":2,"stable":true}}
//	{"current":{"within":1,"group":2,"stable":true}}
//	{"latest":{"n":2,"within":1,"group":2,"stable":true,"between":true}}
//	{"given":{"name":"eol","else":"own"}}
//	{"end_of":"full"}
//	{"plus":{"of":"own","n":-1,"unit":"days","overflow":true}}
//	{"plus_number":{"of":"own","name":"months","else":12,"unit":"months"}}
//	{"align":{"of":"own","to":"month_end","next":true}}
//	{"later":["own",{"successor":{"n":1}}]}
//	{"earlier":["own",{"successor":{"n":1}}]}
//	{"cases":[{"before":"2024-01-01","end":"unending"},{"from":"2024-01-01","before":"2026-01-01","end":"own"}]}
//	{"held":{"rank":1,"within":1,"group":2,"stable":true,"then":"own","else":"unending"}}
//
// "to" is also "year_end", {"day":15}, or {"nth":2,"weekday":"tue"}; units are
// days, weeks, months and years; texts, names and dates are as in the rule.
//
// Services that are nil are left out, those that are empty are []. What the rule
// does not look at is not written: the End of Rest, the Without of the Extension,
// and all of an Extension without an End. A rule that makes no sense, and text
// that is not UTF-8, is an error: see [Rule.Check]. A [Stage] and an End have this JSON
// in a rule only, and alone none of their own.
func (r Rule) MarshalJSON() ([]byte, error) {
	return r.AppendJSON(nil)
}

// AppendJSON appends what [Rule.MarshalJSON] returns to b, for a document that
// has the rule as a part. On an error it returns b as it was.
func (r *Rule) AppendJSON(b []byte) ([]byte, error) {
	if err := r.Check(); err != nil {
		return b, err
	}
	if err := r.checkText(); err != nil {
		return b, err
	}
	w := jsonWriter{strictjson.NewWriter(b)}
	w.rule(r)
	return w.Bytes(), nil
}

// UnmarshalJSON sets r to the rule that data spells; see [Rule.MarshalJSON] for
// the form. A field that does not exist or stands twice is an error, and so is
// null; so is everything that [Rule.Check] says is wrong. The error has all
// mistakes with their places; it is an [ErrRule], and [errors.As] finds the
// [*strictjson.Error] in it. On an error r stays as it is.
func (r *Rule) UnmarshalJSON(data []byte) error {
	var read Rule
	text := strictjson.NewReader(data)
	read.ReadJSON(text)
	if err := text.End(); err != nil {
		return &textError{err, ErrRule}
	}
	*r = read
	return nil
}

// ReadJSON sets r to the rule that stands next in text, for a document that has
// it as a part. Mistakes are reported to text, at their places. Once there are
// any, what was read is worth nothing; see [strictjson.Reader.End].
//
// A rule takes up to 50 of the levels that [strictjson.MaxDepth] allows.
func (r *Rule) ReadJSON(text *strictjson.Reader) {
	reader := ruleReader{Reader: text, stages: map[string]bool{}}
	*r = reader.rule()
}

// MarshalJSON returns the scheme as a JSON object, what is empty left out:
//
//	{"service_words":["SP","SR"],"prereleases":true}
//
// A word that is empty, begins or ends with a space, ends with a digit, stands
// twice or is not UTF-8 is an [ErrRule].
func (s Scheme) MarshalJSON() ([]byte, error) {
	return s.AppendJSON(nil)
}

// AppendJSON appends what [Scheme.MarshalJSON] returns to b. On an error it
// returns b as it was.
func (s Scheme) AppendJSON(b []byte) ([]byte, error) {
	for i, word := range s.ServiceWords {
		if why := serviceWordFlaw(s.ServiceWords[:i], word); why != "" {
			return b, &RuleError{"service_words[" + strconv.Itoa(i) + "]", strconv.Quote(strictjson.Shorten(word)) + " " + why}
		}
	}
	w := jsonWriter{strictjson.NewWriter(b)}
	w.scheme(s)
	return w.Bytes(), nil
}

// UnmarshalJSON sets s to the scheme that data spells; see [Scheme.MarshalJSON].
// Errors are as those of [Rule.UnmarshalJSON].
func (s *Scheme) UnmarshalJSON(data []byte) error {
	var read Scheme
	text := strictjson.NewReader(data)
	read.ReadJSON(text)
	if err := text.End(); err != nil {
		return &textError{err, ErrRule}
	}
	*s = read
	return nil
}

// ReadJSON sets s to the scheme that stands next in text, as [Rule.ReadJSON] does
// with a rule.
func (s *Scheme) ReadJSON(text *strictjson.Reader) {
	reader := ruleReader{Reader: text}
	*s = reader.scheme()
}

// A textError is a strictjson.Error in the words of this package.
type textError struct {
	err, kind error
}

// Error lists the mistakes, a line each.
func (e *textError) Error() string {
	var s *strictjson.Error
	if !errors.As(e.err, &s) {
		return "lifecycle: " + e.err.Error()
	}
	return s.Text("lifecycle")
}

// Is reports whether target is the kind of e, such as [ErrRule].
func (e *textError) Is(target error) bool { return target == e.kind }

// Unwrap returns the [*strictjson.Error].
func (e *textError) Unwrap() error { return e.err }
