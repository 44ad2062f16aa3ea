package document

// setter checks who may set a severity: whoever is named must be named by a clause.
func (c *checker) setter(place string, s *Setter) {
	if s == nil || len(s.By) == 0 {
		return
	}
	c.unique(place+".by", s.By)
	if s.Clause == "" {
		c.wrong(place+".clause", "", "is missing; write the clause that names them")
	}
	if s.Reason == "" {
		c.wrong(place+".reason", "", "is missing; write what the clause says, in words")
	}
}
