package main

import (
	"github.com/slaclock/slaclock/policy/whatif"
)

// A diffSide is what one side of a comparison overrides.
type diffSide struct {
	flag string // "-a" or "-b"
	whatif.Overrides
	documents documentPaths
	policies  *policies
	maker     whatif.Maker
	readings  []diffReading
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
