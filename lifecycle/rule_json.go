package lifecycle

import (
	"errors"
	"strconv"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// MarshalJSON returns the rule as a JSON object, the same bytes for the same rule: the
// fields come in a fixed order, and what is empty is left out. An example:
//
//	{"stages":[{"name":"full","end":{"plus":{"of":"own","n":6,"unit":"months"}},"services":["fixes","help"]},
//	           {"name":"sustained","end":{"given":{"name":"eol"}},"services":["help"],"without":["pages"]}],
//	 "rest":{"name":"over","without":["pages"]},
//	 "support":{"later":[{"end_of":"sustained"},{"successor":{"n":2}}]},
//	 "extension":{"name":"paid","end":{"given":{"name":"extension","else":"own"}},"services":["fixes"]},
//	 "clause":"LIFE-1"}
//
// An [End] is the text "own" or "unending", or an object with one field that names its
// kind. Here each of these kinds has all its fields:
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
// "to" can also be "year_end", {"day":15} or {"nth":2,"weekday":"tue"}; units are days,
// weeks, months and years; texts, names and dates are as in the rule.
//
// Services that are nil are left out; those that are empty are []. What the rule ignores
// is not written: the End of Rest, the Without of the Extension, and all of an Extension
// without an End. The error is an [ErrRule] if the rule makes no sense (see [Rule.Check])
// or a text is not UTF-8. A [Stage] and an End have this JSON form only within a rule.
func (r Rule) MarshalJSON() ([]byte, error) {
	return r.AppendJSON(nil)
}

// AppendJSON appends what [Rule.MarshalJSON] returns to b, for a document that has the
// rule as a part. On error, it returns b unchanged.
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

// UnmarshalJSON sets r to the rule that data describes; see [Rule.MarshalJSON] for the
// form. A field that is unknown or appears twice is an error, as is null, and everything
// that [Rule.Check] rejects. The error is an [ErrRule] that lists all mistakes with their
// places; [errors.As] finds a [*strictjson.Error] in it. On error, r is unchanged.
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

// ReadJSON sets r to the rule that comes next in text, for a document that has it as a
// part. Mistakes are reported to text, with their places. If there are any, what was read
// is not to be used; see [strictjson.Reader.End].
//
// A rule takes up to 50 of the levels that [strictjson.MaxDepth] allows.
func (r *Rule) ReadJSON(text *strictjson.Reader) {
	reader := ruleReader{Reader: text, stages: map[string]bool{}}
	*r = reader.rule()
}

// MarshalJSON returns the scheme as a JSON object; what is empty is left out:
//
//	{"service_words":["SP","SR"],"prereleases":true}
//
// The error is an [ErrRule] if a word is empty, begins or ends with a space, ends with a
// digit, appears twice, is longer than 64 bytes or is not UTF-8.
func (s Scheme) MarshalJSON() ([]byte, error) {
	return s.AppendJSON(nil)
}

// AppendJSON appends what [Scheme.MarshalJSON] returns to b. On error, it returns b
// unchanged.
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

// UnmarshalJSON sets s to the scheme that data describes; see [Scheme.MarshalJSON]. The
// error is like that of [Rule.UnmarshalJSON]. On error, s is unchanged.
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

// ReadJSON sets s to the scheme that comes next in text, as [Rule.ReadJSON] does with a
// rule.
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
