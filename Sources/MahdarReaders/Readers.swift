import Mahdar
