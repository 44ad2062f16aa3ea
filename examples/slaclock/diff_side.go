package main

import (
	"fmt"
	"strings"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/policy/whatif"
)

// A diffSide is what one side of a comparison overrides.
type diffSide struct {
	whatif.Overrides
	documents documentPaths
	policies  *policies
	maker     whatif.Maker
}

func (s *diffSide) set(text string) error {
	if isDocument(text) {
		s.documents = append(s.documents, text)
		return nil
	}
	more, err := whatif.ParseOverrides(text)
	if err != nil {
		return err
	}
	s.Overrides, err = s.Join(more)
	return err
}

// choose gives the side the agreements of both sides, with the side's own documents in place
// of agreements of the same name.
func (s *diffSide) choose(both *policies) error {
	if s.policies = both; len(s.documents) == 0 {
		return nil
	}
	files, err := s.documents.read()
	if err != nil {
		return err
	}
	own := new(policies)
	if err := own.add(files); err != nil {
		return err
	}
	for _, a := range both.agreements {
		if own.index(a.name) < 0 {
			own.agreements = append(own.agreements, a)
		}
	}
	s.policies = own
	return nil
}

// checkReading returns an error if a reading, or its value, does not exist. What a field of
// the customer can be is for each ticket's agreement to say.
func (s *diffSide) checkReading(o whatif.Override) error {
	name, _, _ := strings.Cut(o.Name, ".")
	if name == "customer" || name == "attributes" {
		return nil
	}
	if i := s.policies.index(name); i >= 0 {
		return s.policies.agreements[i].choose(map[string]string{o.Name: o.Value})
	}
	var names []string
	for _, a := range s.policies.agreements {
		names = append(names, a.name)
	}
	return fmt.Errorf("%s is not a reading; write one whose name begins with that of an agreement, %s", quote(o.Name), enum.Either(names))
}
