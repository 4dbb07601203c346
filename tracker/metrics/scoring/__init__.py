"""Points by the year's scheme (考核办法): what each line gives a unit, each unit's score, its rank and its move."""
