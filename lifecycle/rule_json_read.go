package lifecycle

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A ruleReader reads a rule and says what is wrong with it where it stands.
type ruleReader struct {
	*strictjson.Reader
	stages  map[string]bool // the names of the stages so far
	staging bool            // the stages are being read
	staged  bool            // they have been
	early   []stageName     // those named before
	ends    int             // how many ends were read
	deep    int             // how many of them the present one lies in
}

// A stageName is a stage that is named at a place.
type stageName struct{ place, name string }

// fields reads an object that can have the known fields, the first few of which are
// needed.
func (r *ruleReader) fields(known []string, needed int, read func(name string)) {
	has := map[string]bool{}
	r.Object(func(name []byte) {
		field := string(name)
		if !slices.Contains(known, field) {
			r.Unknown(known...)
			return
		}
		has[field] = true
		read(field)
	})
	for _, field := range known[:needed] {
		if !has[field] {
			r.Fail(fmt.Sprintf("needs %q", field))
		}
	}
}

func (r *ruleReader) rule() (rule Rule) {
	r.fields([]string{"stages", "rest", "support", "extension", "clause"}, 0, func(name string) {
		switch name {
		case "stages":
			r.staging = true
			r.Array(func(int) { rule.Stages = append(rule.Stages, r.stage()) })
			r.staging, r.staged = false, true
			if len(rule.Stages) == 0 {
				r.Fail("are empty; leave them out where there are none")
			}
		case "rest":
			rule.Rest = r.part([]string{"name", "services", "without"}, 0)
		case "support":
			rule.Support = r.end()
		case "extension":
			rule.Extension = r.part([]string{"end", "name", "services"}, 1)
		case "clause":
			rule.Clause = r.Text()
		}
	})
	if !r.staged && rule.Support == nil {
		r.Fail(`needs "stages" or "support"`)
	}
	for _, early := range r.early {
		if !r.stages[early.name] {
			r.Fail(fmt.Sprintf("has no stage %q, which %s names", strictjson.Shorten(early.name), early.place))
		}
	}
	return rule
}

// stage reads one of the stages that a release goes through.
func (r *ruleReader) stage() Stage {
	s := r.part([]string{"name", "end", "services", "without"}, 2)
	if r.stages[s.Name] {
		r.Fail(fmt.Sprintf("has the name %q, as an earlier stage does; name each stage once", strictjson.Shorten(s.Name)))
	}
	if s.Name != "" {
		r.stages[s.Name] = true
	}
	return s
}

// part reads a stage that can have the known fields.
func (r *ruleReader) part(known []string, needed int) (s Stage) {
	r.fields(known, needed, func(name string) {
		switch name {
		case "name":
			if s.Name = r.Text(); s.Name == "" {
				r.Fail("names no stage; write its name")
			}
		case "end":
			s.End = r.end()
		case "services":
			s.Services = r.texts()
		case "without":
			s.Without = r.texts()
		}
	})
	return s
}

// texts reads a list of texts. An empty list is not nil.
func (r *ruleReader) texts() []string {
	texts := []string{}
	r.Array(func(int) { texts = append(texts, r.Text()) })
	return texts
}

func (r *ruleReader) scheme() (s Scheme) {
	r.fields([]string{"service_words", "prereleases"}, 0, func(name string) {
		if name == "prereleases" {
			s.Prereleases = r.Bool()
			return
		}
		r.Array(func(int) {
			word := r.Text()
			if why := serviceWordFlaw(s.ServiceWords, word); why != "" {
				r.Fail(why)
			}
			s.ServiceWords = append(s.ServiceWords, word)
		})
	})
	return s
}

// serviceWordFlaw returns what is wrong with a word of a [Scheme] after others; it is
// empty if nothing is.
func serviceWordFlaw(before []string, word string) string {
	switch {
	case word == "" || strings.TrimSpace(word) != word || strings.TrimRight(word, "0123456789") != word || len(word) > maxWord:
		return fmt.Sprintf("is no word that a number can follow; write one such as SP, of %d bytes at most", maxWord)
	case !utf8.ValidString(word):
		return "is not UTF-8"
	case slices.Contains(before, word):
		return "stands there twice; write each word once"
	}
	return ""
}

// maxWord bounds the words of a scheme.
const maxWord = 64
