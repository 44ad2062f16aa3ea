package document

import "fmt"

func (c *checker) readings() {
	names := map[string]bool{}
	for _, a := range c.doc.Attributes {
		names[a.Name] = true
	}
	for i, r := range c.doc.Readings {
		place := fmt.Sprintf("readings[%d]", i)
		if names[r.Name] {
			c.wrong(place+".name", r.Name, "is the name of another reading or attribute")
		}
		names[r.Name] = true
		c.unique(place+".values", r.Values)
	}
}

// touches notes that a reading affects tickets at a place.
func (c *checker) touches(reading, place string) {
	if c.touching[reading] == "" {
		c.touching[reading] = place
	}
}

// silent reports each reading that affects tickets but is not among the readings that their
// answers name: no due time may depend on a choice that the answer does not show.
func (c *checker) silent() {
	for i, r := range c.doc.Readings {
		if place := c.touching[r.Name]; place != "" && !r.Tickets {
			c.wrong(fmt.Sprintf("readings[%d].tickets", i), "", "is not true, and "+place+` names the reading; write "tickets": true, so that the answers that it touches say so`)
		}
	}
}
